BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $command = 'MediaTokens.Commands.NewVisionRequestCommand'
    $link = 'https://example.com/photos/lake.png?signature=secret'
    Push-Location $media

    # The body as objects, without the data of files.
    function Read-Body($request) { $request.ToJson() | ConvertFrom-Json }
}

AfterAll { Pop-Location }

Describe 'A request' {
    It 'holds all files of the pipeline in order, and what they cost' {
        $request = Get-ChildItem *.jpg | New-VisionRequest -Detail High -Prompt "What's in these images?"
        $request | Should -HaveCount 1
        $request.Items.Name | Should -Be @('boardwalk.jpg', 'portrait.jpg')
        $request.Items.Tokens | Should -Be @(1105, 765)
        $request.EstimatedTokens, $request.Model, $request.Vendor, $request.Api | Should -Be @(1870, 'gpt-4o', 'OpenAI', 'ChatCompletions')
        $request.Method, $request.ContentType, $request.Warnings.Count | Should -Be @('POST', 'application/json', 0)
        $request.Uri | Should -Be 'https://api.openai.com/v1/chat/completions'
    }

    It 'has the body that the vendor''s document shows, for a file' {
        $body = Read-Body (New-VisionRequest boardwalk.jpg -Model gpt-4o-mini -Detail High -Prompt "What's in this image?" -MaxOutputTokens 300)
        $body.model, $body.max_completion_tokens | Should -Be @('gpt-4o-mini', 300)
        $body.messages.Count, $body.messages[0].role | Should -Be @(1, 'user')
        $text, $image = $body.messages[0].content
        $text.type, $text.text | Should -Be @('text', "What's in this image?")
        $image.type, $image.image_url.detail | Should -Be @('image_url', 'high')
        $prefix, $data = $image.image_url.url -split ',', 2
        $prefix | Should -Be 'data:image/jpeg;base64'
        $data | Should -Be ([Convert]::ToBase64String([IO.File]::ReadAllBytes((Join-Path $media 'boardwalk.jpg'))))
    }

    It 'writes the same to a stream, and reads the file only then' {
        $request = New-VisionRequest boardwalk.jpg -Prompt x
        $stream = [IO.MemoryStream]::new()
        $request.WriteTo($stream)
        [Text.Encoding]::UTF8.GetString($stream.ToArray()) | Should -Be $request.ToJson()
    }

    It 'is one for each item with -PerItem' {
        $requests = Get-ChildItem *.jpg | New-VisionRequest -PerItem -Prompt x
        $requests.EstimatedTokens | Should -Be @(1105, 765)
        $requests | ForEach-Object { $_.Items | Should -HaveCount 1 }
    }

    It 'is for the interface of responses with -Api' {
        $request = New-VisionRequest boardwalk.jpg -Api Responses -SystemPrompt 'Be brief.' -Prompt x -MaxOutputTokens 9
        $request.Uri | Should -Be 'https://api.openai.com/v1/responses'
        $body = Read-Body $request
        $body.instructions, $body.max_output_tokens | Should -Be @('Be brief.', 9)
        $body.input[0].content.type | Should -Be @('input_text', 'input_image')
    }

    It 'has a media resolution for each part of a Gemini request' {
        $request = @(
            [pscustomobject]@{ LiteralPath = 'boardwalk.jpg'; PartMediaResolution = 'High' }
            [pscustomobject]@{ LiteralPath = 'diagram.webp'; PartMediaResolution = 'Low' }
        ) | New-VisionRequest -Model gemini-3.8-flash -ApiVersion v1alpha -Prompt 'Describe these images:'
        $request.Uri | Should -Be 'https://generativelanguage.googleapis.com/v1alpha/models/gemini-3.8-flash:generateContent'
        $request.Items.Tokens | Should -Be @(1120, 280)
        $parts = (Read-Body $request).contents[0].parts
        $parts[0].text | Should -Be 'Describe these images:'
        $parts[1, 2].media_resolution.level | Should -Be @('MEDIA_RESOLUTION_HIGH', 'MEDIA_RESOLUTION_LOW')
        $parts[1, 2].inline_data.mime_type | Should -Be @('image/jpeg', 'image/webp')
    }

    It 'has a media resolution for the whole Gemini request' {
        $body = Read-Body (New-VisionRequest boardwalk.jpg -Model gemini-2.5-flash -MediaResolution High -Prompt 'Describe this image:')
        $body.generation_config.media_resolution | Should -Be 'MEDIA_RESOLUTION_HIGH'
        $body.contents[0].parts[1].PSObject.Properties.Name | Should -Be 'inline_data'
    }

    It 'takes videos and PDF documents for Gemini, and a part of a video' {
        $request = New-VisionRequest inbox/phone.mov, inbox/report.pdf -Model gemini-3.8-flash -StartTime 10 -EndTime 0:00:20 -FramesPerSecond 2
        $request.Items.MediaType | Should -Be @('Video', 'Pdf')
        $parts = (Read-Body $request).contents[0].parts
        $parts[0].video_metadata.start_offset, $parts[0].video_metadata.end_offset, $parts[0].video_metadata.fps | Should -Be @('10s', '20s', 2)
        $parts[1].video_metadata | Should -BeNullOrEmpty
    }

    It 'shows its table within 120 columns, and what may be secret of a link nowhere' {
        $request = 'boardwalk.jpg', $link | New-VisionRequest -Prompt x -WarningAction Ignore
        $shown = $request | Out-String -Width 120
        $shown -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
        $shown | Should -Match 'gpt-4o +ChatCompletions +1105 \{boardwalk.jpg, '
        $request.Warnings -join ' ' | Should -Not -Match 'secret'
        $request.Items | Format-Table | Out-String -Width 120 | Should -Not -Match 'secret'
    }
}

Describe 'What goes into a request' {
    It 'takes links among files, in order, with a warning' {
        $request = 'boardwalk.jpg', $link, 'icon.gif' | New-VisionRequest -Prompt x -WarningVariable warnings -WarningAction SilentlyContinue
        $request.Items.Name | Should -Be @('boardwalk.jpg', 'https://example.com/photos/lake.png', 'icon.gif')
        $warnings.Message | Should -Match 'passed through unread'
        (Read-Body $request).messages[0].content[2].image_url.url | Should -Be $link
    }

    It 'takes links of -Uri, and of objects' {
        (New-VisionRequest -Uri $link, $link -WarningAction Ignore).Items | Should -HaveCount 2
        $request = [pscustomobject]@{ Uri = $link; Detail = 'Low' } | New-VisionRequest -WarningAction Ignore
        $request.Items[0].Detail | Should -Be 'Low'
    }

    It 'counts a link that holds its data' {
        $data = 'data:image/gif;base64,' + [Convert]::ToBase64String([IO.File]::ReadAllBytes((Join-Path $media 'icon.gif')))
        $request = New-VisionRequest -Uri $data
        $request.EstimatedTokens, $request.Items[0].MimeType, $request.Items[0].Name | Should -Be @(255, 'image/gif', 'data:image/gif')
    }

    It 'takes costs, with the model and the detail that they are of' {
        $request = Get-MediaTokenCost boardwalk.jpg, portrait.jpg -Model gpt-4.1 -Detail Low | New-VisionRequest -Prompt x
        $request.Model, $request.EstimatedTokens | Should -Be @('gpt-4.1', 170)
        $request.Items.Detail | Should -Be @('Low', 'Low')
    }

    It 'makes a request for each model that costs bring along' {
        $requests = Get-MediaTokenCost boardwalk.jpg -Model gpt-4o, gemini-3.8-flash | New-VisionRequest -Prompt x
        $requests.Model | Should -Be @('gpt-4o', 'gemini-3.8-flash')
    }

    It 'takes what Optimize-ImageForVision gives, at the same cost' {
        $request = Get-ChildItem *.jpg | Optimize-ImageForVision -Destination (Join-Path $TestDrive 'upload') -Detail High | New-VisionRequest -Prompt x
        $request.EstimatedTokens | Should -Be 1870
        $request.Items.Path | ForEach-Object { $_ | Should -BeLike (Join-Path $TestDrive 'upload' '*') }
    }

    It 'takes names with brackets' {
        $path = Join-Path $TestDrive 'a[1].gif'
        Copy-Item icon.gif -Destination $path
        (Get-Item -LiteralPath $path | New-VisionRequest).Items.Path | Should -Be $path
        (New-VisionRequest -LiteralPath $path).Items.Name | Should -Be 'a[1].gif'
    }
}

Describe 'What a vendor would refuse' {
    It '<Id>: <Why>' -ForEach @(
        @{ Why = 'a format'; Id = 'FormatNotSupported'; Arguments = @{ Path = 'banner.bmp' } }
        @{ Why = 'an animated GIF'; Id = 'AnimationNotSupported'; Arguments = @{ Path = 'formats/gif-animated.gif' } }
        @{ Why = 'a video'; Id = 'MediaTypeNotSupported'; Arguments = @{ Path = 'inbox/screen.webm' } }
        @{ Why = 'a part''s setting on Gemini 2.5'; Id = 'SettingNotSupported'; Arguments = @{ Path = 'boardwalk.jpg'; Model = 'gemini-2.5-flash'; PartMediaResolution = 'High' } }
        @{ Why = 'a link of another scheme'; Id = 'InvalidUri'; Arguments = @{ Uri = 'ftp://example.com/a.png' } }
        @{ Why = 'a file that is not there'; Id = 'FileNotFound'; Arguments = @{ Path = 'nope.png' } }
    ) {
        $result = Invoke-Collecting { New-VisionRequest @Arguments }
        $result.Output | Should -BeNullOrEmpty
        $result.Errors[0].FullyQualifiedErrorId | Should -Be "$Id,$command"
        $result.Errors[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'ends the command: <Id>' -ForEach @(
        @{ Id = 'SettingNotSupported'; Arguments = @{ Path = 'boardwalk.jpg'; Model = 'gemini-2.5-flash'; MediaResolution = 'UltraHigh' } }
        @{ Id = 'SettingNotSupported'; Arguments = @{ Path = 'boardwalk.jpg'; Model = 'gpt-4o'; MediaResolution = 'High' } }
        @{ Id = 'RoleNotSupported'; Arguments = @{ Path = 'boardwalk.jpg'; Role = 'system' } }
        @{ Id = 'UnknownModel'; Arguments = @{ Path = 'boardwalk.jpg'; Model = 'gpt-4p' } }
        @{ Id = 'ClipOutOfRange'; Arguments = @{ Path = 'inbox/phone.mov'; Model = 'gemini-3.8-flash'; StartTime = 20; EndTime = 10 } }
    ) {
        { New-VisionRequest @Arguments -ErrorAction Continue } | Should -Throw -ErrorId "$Id,$command"
    }

    It 'NoItem: a wildcard that matches nothing' {
        (Invoke-Collecting { New-VisionRequest *.nothing -Prompt x }).Errors.FullyQualifiedErrorId | Should -Be "NoItem,$command"
    }

    It 'leaves one bad file out, says so, and takes the others' {
        $result = Invoke-Collecting { 'boardwalk.jpg', 'banner.bmp', 'icon.gif' | New-VisionRequest -Prompt x -WarningVariable +script:left -WarningAction SilentlyContinue }
        $result.Output.Items.Name | Should -Be @('boardwalk.jpg', 'icon.gif')
        $result.Errors.FullyQualifiedErrorId | Should -Be "FormatNotSupported,$command"
        $result.Errors[0].TargetObject | Should -Be (Join-Path $media 'banner.bmp')
        $script:left.Message | Should -Be '1 file or link is left out of the request.'
    }

    It 'is sent all the same with -Force, with a warning' {
        $request = New-VisionRequest banner.bmp -Prompt x -Force -WarningVariable warnings -WarningAction SilentlyContinue
        $request.Items.MimeType | Should -Be 'image/bmp'
        $request.Warnings | Should -Match '^banner.bmp: OpenAI does not take Bmp'
        $warnings.Message | Should -Be $request.Warnings
        (New-VisionRequest boardwalk.jpg -Role system -Force -WarningAction Ignore).Role | Should -Be 'system'
    }

    It 'FileChanged: a file that is longer when the body is written' {
        $path = Join-Path $TestDrive 'grows.gif'
        Copy-Item icon.gif $path
        $request = New-VisionRequest $path
        [IO.File]::AppendAllText($path, 'more')
        { $request.ToJson() } | Should -Throw '*grows.gif*'
    }
}

Describe 'The objects of requests' {
    It 'cannot be changed, and name their files without holding them' {
        $request = New-VisionRequest boardwalk.jpg -Prompt x
        { $request.Uri = 'https://example.com' } | Should -Throw
        [Management.Automation.PSSerializer]::Serialize($request).Length | Should -BeLessThan 10000
    }

    It 'keep their items and views through a job' {
        $back = Start-Job { param($module, $path) Import-Module $module; New-VisionRequest (Join-Path $path boardwalk.jpg) -Prompt x } -ArgumentList $modulePath, $media |
            Receive-Job -Wait -AutoRemoveJob
        $back.Items[0].Tokens, $back.Items[0].MimeType | Should -Be @(1105, 'image/jpeg')
        $back | Out-String -Width 120 | Should -Match 'gpt-4o +ChatCompletions +1105 \{boardwalk.jpg\}'
    }

    It 'give what Invoke-RestMethod takes, of a key that is a text or a SecureString' {
        $request = New-VisionRequest boardwalk.jpg -Prompt x
        $secure = ConvertTo-SecureString 'sk-1' -AsPlainText
        foreach ($splat in $request.ToSplat('sk-1'), $request.ToSplat($secure)) {
            $splat.Headers.Authorization, $splat.Method, $splat.ContentType, $splat.Uri | Should -Be @('Bearer sk-1', 'POST', 'application/json', $request.Uri)
            $splat.Body | Should -Be $request.ToJson()
        }

        (New-VisionRequest boardwalk.jpg -Model gemini-3.8-flash).ToSplat('g-1').Headers.'x-goog-api-key' | Should -Be 'g-1'
    }
}

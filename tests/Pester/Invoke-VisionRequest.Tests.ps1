BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    . (Join-Path $PSScriptRoot 'VisionServer.ps1')
    $command = 'MediaTokens.Commands.InvokeVisionRequestCommand'
    $saved = $env:OPENAI_API_KEY, $env:GEMINI_API_KEY
    $env:OPENAI_API_KEY, $env:GEMINI_API_KEY = 'sk-openai-of-the-environment', 'gemini-of-the-environment'
    $server = Start-VisionServer $media
    $picture = Join-Path $media 'boardwalk.jpg'
    $request = New-VisionRequest $picture -Detail High -Prompt "What's in this image?"
    $gemini = New-VisionRequest $picture -Model gemini-3.8-flash -Prompt 'Describe this image:'

    function At([string] $behaviour) { "$($server.Address)$behaviour/v1" }
}

AfterAll {
    Stop-VisionServer $server
    $env:OPENAI_API_KEY, $env:GEMINI_API_KEY = $saved
}

Describe 'An answer' {
    BeforeEach { $server.Seen.Clear() }

    It 'tells what was billed beside what was estimated: the document''s figure' {
        $answer = $request | Invoke-VisionRequest -BaseUri (At tokens-1118)
        $answer.Text, $answer.FinishReason, $answer.Model | Should -Be @('A boardwalk.', 'stop', 'gpt-4o')
        $answer.PromptTokens, $answer.CompletionTokens, $answer.TotalTokens | Should -Be @(1118, 93, 1211)
        $answer.EstimatedTokens, $answer.Difference, $answer.UncountedItems | Should -Be @(1105, 13, 0)
        $answer.Items, $answer.Prompt, $answer.Attempts, $answer.RequestId | Should -Be @('boardwalk.jpg', "What's in this image?", 1, 'req_1')
        $answer.Duration | Should -BeGreaterThan ([timespan]::Zero)
        ($answer.Raw | ConvertFrom-Json).usage.prompt_tokens | Should -Be 1118
    }

    It 'is of the request that was made, with its key in one header' {
        $request | Invoke-VisionRequest -BaseUri (At tokens-1118) | Out-Null
        $server.Seen | Should -HaveCount 1
        $seen = $server.Seen[0]
        $seen.Path, $seen.Method, $seen.ContentType, $seen.Key | Should -Be @('/tokens-1118/v1/chat/completions', 'POST', 'application/json', 'Bearer sk-openai-of-the-environment')
        $seen.Body | Should -Be $request.ToJson()
    }

    It 'counts by modality where the vendor does' {
        $answer = $gemini | Invoke-VisionRequest -BaseUri "$($server.Address)tokens-1125"
        $answer.TextTokens, $answer.ImageTokens, $answer.EstimatedTokens, $answer.Difference | Should -Be @(5, 1120, 1120, 0)
        $server.Seen[0].Path, $server.Seen[0].Key | Should -Be @('/tokens-1125/v1beta/models/gemini-3.8-flash:generateContent', 'gemini-of-the-environment')
    }

    It 'comes from the interface of responses, too' {
        $answer = New-VisionRequest $picture -Api Responses | Invoke-VisionRequest -BaseUri (At tokens-1118)
        $answer.Text, $answer.PromptTokens, $answer.FinishReason | Should -Be @('A boardwalk.', 1118, 'completed')
    }

    It 'is a count alone with -CountOnly, and says what the count leaves out' {
        $answer = $gemini | Invoke-VisionRequest -BaseUri "$($server.Address)tokens-1125" -CountOnly
        $answer.IsCountOnly, $answer.PromptTokens, $answer.Text | Should -Be @($true, 1125, '')
        $answer.Note | Should -Match 'no media resolution'
        $server.Seen[0].Path | Should -BeLike '*:countTokens'
        (Invoke-Collecting { $request | Invoke-VisionRequest -BaseUri (At tokens-1) -CountOnly }).Errors.FullyQualifiedErrorId | Should -Be "SettingNotSupported,$command"
    }

    It 'says how many of the items were not counted' {
        $answer = New-VisionRequest $picture, 'https://example.com/lake.png' -SystemPrompt 'Be brief.' -WarningAction Ignore | Invoke-VisionRequest -BaseUri (At tokens-1118)
        $answer.UncountedItems, $answer.SystemPrompt | Should -Be @(1, 'Be brief.')
    }

    It 'comes in the order of the requests, though the last is answered first' {
        $requests = 1..4 | ForEach-Object { New-VisionRequest $picture -Prompt "Question $_" }
        ($requests | Invoke-VisionRequest -BaseUri (At backwards-4) -ThrottleLimit 4).Text | Should -Be @('Question 1', 'Question 2', 'Question 3', 'Question 4')
    }

    It 'shows its table within 120 columns' {
        $shown = $request | Invoke-VisionRequest -BaseUri (At tokens-1118) | Out-String -Width 120
        $shown -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
        $shown | Should -Match '\{boardwalk.jpg\} +gpt-4o +1118 +1105 +13 A boardwalk.'
    }

    It 'comes to Invoke-RestMethod as well' {
        $splat = $request.ToSplat('sk-1')
        $splat.Uri = "$(At tokens-1118)/chat/completions"
        (Invoke-RestMethod @splat).usage.prompt_tokens | Should -Be 1118
        $server.Seen[0].Key, $server.Seen[0].Body | Should -Be @('Bearer sk-1', $request.ToJson())
    }

    It 'keeps the query of -BaseUri behind the path, as Azure''s version' {
        $request | Invoke-VisionRequest -BaseUri "$(At tokens-1118)?api-version=2026-01" | Out-Null
        $server.Seen[0].Path, $server.Seen[0].Query | Should -Be @('/tokens-1118/v1/chat/completions', '?api-version=2026-01')
    }
}

Describe 'A request that fails' {
    BeforeEach { $server.Seen.Clear() }

    It '<Id>: <Behaviour>, with the vendor''s own words' -ForEach @(
        @{ Behaviour = 'refuse'; Id = 'Unauthorized'; Words = 'Incorrect API key provided' }
        @{ Behaviour = 'bad'; Id = 'BadRequest'; Words = 'Invalid image.*invalid_image' }
        @{ Behaviour = 'broken'; Id = 'ServerError'; Words = 'The server had an error' }
        @{ Behaviour = 'retry-9'; Id = 'RateLimited'; Words = 'Rate limit reached' }
        @{ Behaviour = 'wrong'; Id = 'BadResponse'; Words = 'not what the vendor' }
        @{ Behaviour = 'redirect'; Id = 'BadResponse'; Words = 'not taken to another server' }
    ) {
        $result = Invoke-Collecting { $request | Invoke-VisionRequest -BaseUri (At $Behaviour) -MaximumRetryCount 0 }
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be "$Id,$command"
        $result.Errors[0].Exception.Message | Should -Match $Words
        $result.Errors[0].TargetObject | Should -Be $request
        $result.Errors[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $server.Seen | Should -HaveCount 1
    }

    It 'is sent again where that may help' {
        $answer = $request | Invoke-VisionRequest -BaseUri (At retry-2)
        $answer.Attempts, $answer.PromptTokens | Should -Be @(3, 1118)
        $server.Seen | Should -HaveCount 3
        $server.Seen.Body | ForEach-Object { $_ | Should -Be $request.ToJson() }
    }

    It 'does not keep the others from coming through, in order' {
        $bad = Join-Path $TestDrive 'gone.gif'
        Copy-Item (Join-Path $media 'icon.gif') $bad
        $requests = $picture, $bad, $picture | New-VisionRequest -PerItem
        Remove-Item $bad
        $result = Invoke-Collecting { $requests | Invoke-VisionRequest -BaseUri (At tokens-1118) }
        $result.Output | Should -HaveCount 2
        $result.Errors.FullyQualifiedErrorId | Should -Be "FileNotFound,$command"
    }

    It 'Timeout: no answer in time, which is not tried again' {
        $result = Invoke-Collecting { $request | Invoke-VisionRequest -BaseUri (At hang) -TimeoutSec 1 }
        $result.Errors.FullyQualifiedErrorId | Should -Be "Timeout,$command"
        $server.Seen | Should -HaveCount 1
    }

    It 'NetworkFailure: nobody listens' {
        $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $probe.Start()
        $port = $probe.LocalEndpoint.Port
        $probe.Stop()
        $result = Invoke-Collecting { $request | Invoke-VisionRequest -BaseUri "http://127.0.0.1:$port/v1" -MaximumRetryCount 0 }
        $result.Errors.FullyQualifiedErrorId | Should -Be "NetworkFailure,$command"
    }

    It 'InvalidUri: an address that is not encrypted ends the command' {
        { $request | Invoke-VisionRequest -BaseUri http://example.com/v1 } | Should -Throw -ErrorId "InvalidUri,$command"
        { $request | Invoke-VisionRequest -BaseUri ftp://example.com/v1 -AllowInsecure } | Should -Throw -ErrorId "InvalidUri,$command"
    }

    It 'ApiKeyMissing: no key, and nothing is sent' {
        $env:OPENAI_API_KEY = $null
        try {
            $result = Invoke-Collecting { $request | Invoke-VisionRequest -BaseUri (At tokens-1118) }
        } finally { $env:OPENAI_API_KEY = 'sk-openai-of-the-environment' }

        $result.Errors.FullyQualifiedErrorId | Should -Be "ApiKeyMissing,$command"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match 'OPENAI_API_KEY'
        $server.Seen | Should -HaveCount 0
    }

    It 'ends quietly on Ctrl+C' {
        $shell = [powershell]::Create()
        [void] $shell.AddScript("`$env:OPENAI_API_KEY = 'k'; Import-Module '$modulePath'; New-VisionRequest '$picture' | Invoke-VisionRequest -BaseUri '$(At hang)'")
        $running = $shell.BeginInvoke()
        $limit = [DateTime]::UtcNow.AddSeconds(30)
        while ($server.Seen.Count -lt 1 -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
        $server.Seen | Should -HaveCount 1
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
        $env:OPENAI_API_KEY = 'sk-openai-of-the-environment'
    }
}

Describe 'The key' {
    It 'of -ApiKey wins over that of the environment' {
        $server.Seen.Clear()
        $request | Invoke-VisionRequest -BaseUri (At tokens-1118) -ApiKey (ConvertTo-SecureString 'sk-given' -AsPlainText) | Out-Null
        $server.Seen[0].Key | Should -Be 'Bearer sk-given'
    }

    It 'is in no stream, error, object or transcript, though the server quotes it' {
        $script = @'
            param($module, $picture, $address, $transcript)
            Import-Module $module
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            Start-Transcript $transcript -IncludeInvocationHeader | Out-Null
            $secure = ConvertTo-SecureString $env:A_SECRET -AsPlainText
            $env:OPENAI_API_KEY = $env:GEMINI_API_KEY = $env:A_SECRET
            foreach ($behaviour in 'tokens-1118', 'refuse', 'bad', 'broken', 'retry-9', 'wrong', 'redirect') {
                foreach ($key in @{}, @{ ApiKey = $secure }) {
                    foreach ($model in 'gpt-4o', 'gemini-3.8-flash') {
                        $request = New-VisionRequest $picture -Model $model -Prompt x -Verbose -Debug
                        $request | Format-List * -Force | Out-String -Width 4000
                        $request | Invoke-VisionRequest -BaseUri "$address$behaviour" @key -MaximumRetryCount 1 -Verbose -Debug *>&1 |
                            Tee-Object -Variable all | Format-List * -Force | Out-String -Width 4000
                        [Management.Automation.PSSerializer]::Serialize($all, 4)
                    }
                }
            }
            $Error | Format-List * -Force | Out-String -Width 4000
            $Error | ForEach-Object { $_.Exception.ToString(); $_.ScriptStackTrace; $_ | ConvertTo-Json -Depth 3 -WarningAction Ignore }
            Stop-Transcript | Out-Null
            "$($Error.Count) errors"
'@
        $path = Join-Path $TestDrive 'run.ps1'
        $transcript = Join-Path $TestDrive 'transcript.txt'
        Set-Content $path $script
        $env:A_SECRET = 'sk-Xq7-never-to-be-seen'
        try {
            $output = pwsh -NoProfile -NonInteractive -File $path $modulePath $picture $server.Address $transcript *>&1 | Out-String -Width 4000
        } finally { Remove-Item Env:A_SECRET }

        $output | Should -Match '[1-9]\d errors'
        $output | Should -Match 'Incorrect API key provided: \*\*\*'
        $output | Should -Not -Match 'Xq7-never'
        Get-Content $transcript -Raw | Should -Match 'Incorrect API key provided'
        Get-Content $transcript -Raw | Should -Not -Match 'Xq7-never'
        # In base64 neither.
        $output | Should -Not -Match ([regex]::Escape([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('sk-Xq7-never-to-be-seen'))))
    }
}

Describe 'A job' {
    It 'makes a request that is sent outside, and whose answer is compared' {
        $back = Start-Job { param($module, $path) Import-Module $module; New-VisionRequest $path -Prompt x } -ArgumentList $modulePath, $picture | Receive-Job -Wait -AutoRemoveJob
        $server.Seen.Clear()
        $answer = $back | Invoke-VisionRequest -BaseUri (At tokens-1118)
        $answer.PromptTokens, $answer.EstimatedTokens | Should -Be @(1118, 1105)
        $server.Seen[0].Body | Should -Be (New-VisionRequest $picture -Prompt x).ToJson()
    }

    It 'sends a request, and its answer is compared outside' {
        $env:OPENAI_API_KEY = 'sk-openai-of-the-environment'
        $back = Start-Job { param($module, $path, $address) Import-Module $module; New-VisionRequest $path -Prompt x | Invoke-VisionRequest -BaseUri $address } -ArgumentList $modulePath, $picture, (At tokens-1118) |
            Receive-Job -Wait -AutoRemoveJob
        $back.PromptTokens | Should -Be 1118
        ($back | Compare-MediaTokenUsage).Verdict | Should -Be 'TextOnly'
    }

    It 'is not needed: a file keeps a request, too' {
        $path = Join-Path $TestDrive 'request.xml'
        New-VisionRequest $picture -Prompt x | Export-Clixml $path -Depth 3
        (Import-Clixml $path | Invoke-VisionRequest -BaseUri (At tokens-1118)).PromptTokens | Should -Be 1118
    }
}

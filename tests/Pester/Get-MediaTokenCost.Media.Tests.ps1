BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $inbox = Join-Path $media 'inbox'
    $gemini = @{ Model = 'gemini-3.8-flash' }
    $command = 'MediaTokens.Commands.GetMediaTokenCostCommand'

    function Assert-OneError {
        param($Result, [string] $Id, [string] $Category, $Target)
        $Result.Errors | Should -HaveCount 1
        $Result.Errors[0].FullyQualifiedErrorId | Should -Be "$Id,$command"
        $Result.Errors[0].CategoryInfo.Category | Should -Be $Category
        $Result.Errors[0].TargetObject | Should -Be $Target
        $Result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'A folder of photographs, videos and PDF documents' {
    It 'goes through one pipeline, and Measure-Object gives the bill' {
        $costs = Get-ChildItem $inbox | Get-MediaTokenCost @gemini -MediaResolution Low
        $costs.Name | Should -Be @('phone.mov', 'photo.jpg', 'report.pdf', 'scan.pdf', 'screen.webm')
        $costs.MediaType | Should -Be @('Video', 'Image', 'Pdf', 'Pdf', 'Video')
        # 43 x 70 + 42.5 x 25, 280, 3 x 280, 2 x 280, 95 x 70
        $costs.Tokens | Should -Be @(4073, 280, 840, 560, 6650)
        ($costs | Measure-Object Tokens -Sum).Sum | Should -Be 12403
        $costs.IsEstimate | Should -Be @($true, $true, $true, $true, $true)
    }

    It 'is counted with -Recurse too, by what the files are and not by their names' {
        $folder = Join-Path $TestDrive 'mixed' 'below'
        New-Item $folder -ItemType Directory | Out-Null
        Copy-Item (Join-Path $inbox '*') $folder
        [IO.File]::Move((Join-Path $folder 'phone.mov'), (Join-Path $folder 'a.txt'))
        'no media' | Set-Content (Join-Path $folder 'notes.md')
        $result = Invoke-Collecting { Get-MediaTokenCost (Split-Path $folder) -Recurse @gemini -MediaResolution Low }
        $result.Output.Name | Should -Be @('a.txt', 'photo.jpg', 'report.pdf', 'scan.pdf', 'screen.webm')
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'costs its images alone where a model takes no more, with one error for each other file' {
        $result = Invoke-Collecting { Get-ChildItem $inbox | Get-MediaTokenCost -Model gpt-4o, gemini-3.8-flash }
        $result.Output | Where-Object Model -EQ gpt-4o | ForEach-Object Name | Should -Be 'photo.jpg'
        @($result.Output | Where-Object Model -EQ gemini-3.8-flash) | Should -HaveCount 5
        $result.Errors.FullyQualifiedErrorId | Should -Be ('MediaTypeNotSupported', 'RuleNotPublished', 'RuleNotPublished', 'MediaTypeNotSupported' | ForEach-Object { "$_,$command" })
        $result.Errors.TargetObject | Split-Path -Leaf | Should -Be @('phone.mov', 'report.pdf', 'scan.pdf', 'screen.webm')
        $result.Errors[0].Exception.Message | Should -Match 'gpt-4o does not take videos: it takes images'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match 'Gemini.*frames as images'
        $result.Errors[1].Exception.Message | Should -Match 'How gpt-4o counts PDF documents is not published: '
        $result.Errors[1].ErrorDetails.RecommendedAction | Should -Match 'another model.*pages.*as images'
    }

    It 'tells which settings differ from what the vendor recommends' {
        $costs = Get-ChildItem $inbox | Get-MediaTokenCost @gemini -MediaResolution High
        $changes = $costs | Where-Object -Not IsRecommended
        $changes.Name | Should -Be @('phone.mov', 'report.pdf', 'scan.pdf', 'screen.webm')
        $changes.RecommendedResolution | Should -Be @('Low', 'Medium', 'Medium', 'Low')
        ($costs | Where-Object { $_.MediaResolution -ne $_.RecommendedResolution }).Name | Should -Be $changes.Name
        # The default costs what is recommended, and so does Medium for videos.
        Get-ChildItem $inbox | Get-MediaTokenCost @gemini | Where-Object -Not IsRecommended | Should -BeNullOrEmpty
        (Get-MediaTokenCost (Join-Path $inbox 'phone.mov') @gemini -MediaResolution Medium).IsRecommended | Should -BeTrue
        (Get-MediaTokenCost (Join-Path $inbox 'photo.jpg') -Detail Low).IsRecommended | Should -BeTrue
    }

    It 'fits a table of 120 columns, with an empty size for documents' {
        $lines = (Get-ChildItem $inbox | Get-MediaTokenCost @gemini | Format-Table | Out-String -Width 120) -split '\r?\n'
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
        ($lines -match '^phone.mov .*360x640 +4073 +3901 +0\.\d{6} 43 frames x 70 \+ 42.5 s of sou') | Should -HaveCount 1
        ($lines -match '^scan.pdf +gemini-3.8-flash +Unspecified +1120 +1064 +0\.\d{6} 2 pages x 560') | Should -HaveCount 1
    }

    It 'ends quietly on Ctrl+C' {
        $shell = [powershell]::Create()
        [void] $shell.AddScript("Import-Module '$modulePath'; `$files = Get-ChildItem '$inbox'; & { while (`$true) { `$files } } | Get-MediaTokenCost -Model gemini-2.5-pro")
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        $limit = [DateTime]::UtcNow.AddSeconds(30)
        while ($output.Count -lt 6 -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
        $output.Count | Should -BeGreaterThan 5
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
    }
}

Describe 'A video' {
    BeforeAll { $phone = Join-Path $inbox 'phone.mov' }

    It 'tells what its container tells, and the sum' {
        $cost = Get-MediaTokenCost $phone @gemini
        $cost.Format, $cost.Size, $cost.Duration, $cost.FrameRate | Should -Be @('Mov', '360x640', [timespan]::FromSeconds(42.5), 10.0)
        $cost.Frames, $cost.AudioTokens, $cost.Tokens | Should -Be @(43, 1063, 4073)
        $cost.MinTokens | Should -BeLessThan $cost.BilledTokens
        $cost.MaxTokens | Should -BeGreaterThan $cost.Tokens
        $cost.Explanation | Should -Match '^360x640, 42.5 s at Unspecified, 1 frame a second: 43 frames x 70 \+ 42.5 s of sound x 25 = 4073; billed '
        $cost.Pages, $cost.TextTokens | Should -Be @($null, $null)
        (Get-MediaTokenCost (Join-Path $inbox 'screen.webm') @gemini).AudioTokens | Should -Be 0
    }

    It 'costs more at High on Gemini 3, and less at Low on Gemini 2.5' {
        (Get-MediaTokenCost $phone -Model gemini-3.8-flash -MediaResolution High -ExcludeAudio).Tokens | Should -Be (43 * 280)
        (Get-MediaTokenCost $phone -Model gemini-2.5-pro -ExcludeAudio).Tokens | Should -Be (43 * 256)
        (Get-MediaTokenCost $phone -Model gemini-2.5-pro -MediaResolution Low -ExcludeAudio).Tokens | Should -Be (43 * 64)
    }

    It 'is clipped from <Start> to <End>: <Frames> frames' -ForEach @(
        @{ Start = 10; End = 30; Frames = 20 }
        @{ Start = '10s'; End = '0:00:30'; Frames = 20 }
        @{ Start = [timespan]::FromSeconds(10); End = '30'; Frames = 20 }
        @{ Start = 0; End = 12.5; Frames = 13 }
        @{ Start = '0:00:40.5'; End = 1000; Frames = 2 }
    ) {
        $cost = Get-MediaTokenCost $phone @gemini -StartTime $Start -EndTime $End
        $cost.Frames | Should -Be $Frames
        $cost.Duration | Should -Be ([timespan]::FromSeconds(42.5))
    }

    It 'is sampled as often as is asked' {
        (Get-MediaTokenCost $phone @gemini -FramesPerSecond 0.5).Frames | Should -Be 22
        (Get-MediaTokenCost $phone @gemini -FramesPerSecond 5 -EndTime 10 -ExcludeAudio).Tokens | Should -Be (50 * 70)
        (Get-MediaTokenCost $phone @gemini -FramesPerSecond 24 -EndTime 10).Frames | Should -Be 240
    }

    It 'refuses a time that could be two' {
        foreach ($parameter in 'StartTime', 'EndTime', 'Duration') {
            $time = @{ $parameter = '1:30' }
            { Get-MediaTokenCost $phone @gemini @time } | Should -Throw '*0:01:30*' -ErrorId "ParameterArgumentTransformationError,$command" -Because $parameter
        }

        { Get-MediaTokenCost $phone @gemini -StartTime -1 } | Should -Throw -ErrorId "ParameterArgumentTransformationError,$command"
    }

    It 'refuses <_> frames a second' -ForEach 0, -1, 25 {
        { Get-MediaTokenCost $phone @gemini -FramesPerSecond $_ } | Should -Throw '*at most 24*' -ErrorId "ParameterArgumentValidationError,$command"
    }

    It 'ClipOutOfRange: the start is behind the end of the video, and longer videos come through' {
        $screen = Join-Path $inbox 'screen.webm'
        $result = Invoke-Collecting { Get-MediaTokenCost $phone, $screen @gemini -StartTime 60 }
        $result.Output.Frames | Should -Be 35
        Assert-OneError $result ClipOutOfRange InvalidArgument $phone
    }

    It 'ClipOutOfRange: an end before the start ends the command' {
        { Get-MediaTokenCost $phone @gemini -StartTime 20 -EndTime 10 -ErrorAction Continue } | Should -Throw -ErrorId "ClipOutOfRange,$command"
    }

    It 'SettingNotSupported: UltraHigh, which the image beside it has' {
        $result = Invoke-Collecting { Get-MediaTokenCost $phone, (Join-Path $inbox 'photo.jpg') @gemini -PartMediaResolution UltraHigh }
        $result.Output.Tokens | Should -Be 2240
        Assert-OneError $result SettingNotSupported InvalidOperation $phone
        $result.Errors[0].Exception.Message | Should -Match 'UltraHigh for videos'
    }

    It 'UnknownDuration: asks for -Duration, and takes it' {
        $silent = Join-Path $media 'video' 'bad' 'timescale-0.mp4'
        $result = Invoke-Collecting { Get-MediaTokenCost $silent, $phone @gemini }
        $result.Output.Name | Should -Be 'phone.mov'
        Assert-OneError $result UnknownDuration InvalidData $silent
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match '-Duration'
        (Get-MediaTokenCost $silent @gemini -Duration 0:01:30).Frames | Should -Be 90
    }

    It 'NoVideoTrack: sound alone' {
        $sound = Join-Path $media 'video' 'bad' 'sound-only.mp4'
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost $sound @gemini }) NoVideoTrack InvalidData $sound
    }

    It '<Id>: <File>' -ForEach @(
        @{ File = 'moov-of-length-zero.mp4'; Id = 'CorruptHeader' }
        @{ File = 'size-that-loops.mp4'; Id = 'CorruptHeader' }
        @{ File = 'moov-past-the-end.mp4'; Id = 'TruncatedFile' }
        @{ File = 'duration-of-2-63.mp4'; Id = 'UnknownDuration' }
        @{ File = 'tracks-of-unknown-size.webm'; Id = 'CorruptHeader' }
    ) {
        $path = Join-Path $media 'video' 'bad' $File
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost $path @gemini }) $Id InvalidData $path
    }

    It 'says that the vendor does not take its format, and counts it' {
        $cost = Get-MediaTokenCost (Join-Path $media 'video' 'mkvmerge.mkv') @gemini
        $cost.Tokens | Should -BeGreaterThan 0
        $cost.Explanation | Should -Match 'Google does not take Matroska'
    }
}

Describe 'A PDF document' {
    BeforeAll {
        $report = Join-Path $inbox 'report.pdf'
        $scan = Join-Path $inbox 'scan.pdf'
    }

    It 'tells its pages, scanned or native, and the text apart' {
        $native = Get-MediaTokenCost $report -Model gemini-2.5-pro
        $native.Pages, $native.ScannedPages, $native.Tokens, $native.TextIsBilled | Should -Be @(3, 0, 768, $true)
        $native.TextTokens | Should -BeGreaterThan 0
        $native.MaxTokens | Should -Be ($native.Tokens + $native.TextTokens)
        $native.Width, $native.Height, $native.Size, $native.Duration | Should -Be @($null, $null, '', $null)
        $scanned = Get-MediaTokenCost $scan -Model gemini-2.5-pro
        $scanned.Pages, $scanned.ScannedPages, $scanned.Tokens, $scanned.TextTokens | Should -Be @(2, 2, 512, $null)
        $scanned.Explanation | Should -Match 'recognized on scanned pages'
    }

    It 'costs its text where that is billed and asked for' {
        $apart = Get-MediaTokenCost $report -Model gemini-2.5-pro
        (Get-MediaTokenCost $report -Model gemini-2.5-pro -IncludeText).Tokens | Should -Be ($apart.Tokens + $apart.TextTokens)
        $free = Get-MediaTokenCost $report -Model gemini-3.8-flash -IncludeText
        $free.Tokens, $free.TextIsBilled, $free.TextTokens | Should -Be @(1680, $false, $apart.TextTokens)
    }

    It 'is taken for what the user says' {
        (Get-MediaTokenCost $report, $scan @gemini -PdfContent Scanned).ScannedPages | Should -Be @(3, 2)
        (Get-MediaTokenCost $report, $scan @gemini -PdfContent Native).ScannedPages | Should -Be @(0, 0)
        (Get-MediaTokenCost $report @gemini -PdfContent Scanned).TextTokens | Should -BeNullOrEmpty
    }

    It 'is restricted to pages <Pages>: <Count>' -ForEach @(
        @{ Pages = '1-2,9-'; Count = 2 }
        @{ Pages = 2; Count = 1 }
        @{ Pages = '2-'; Count = 2 }
        @{ Pages = 1, 3; Count = 2 }
        @{ Pages = '1-2', 2; Count = 2 }
    ) {
        (Get-MediaTokenCost $report @gemini -Pages $Pages).Pages | Should -Be $Count
    }

    It 'refuses <_> for pages' -ForEach '0', '3-1', 'all', '-5', '1,,2' {
        { Get-MediaTokenCost $report @gemini -Pages $_ } | Should -Throw '*1-20,35*' -ErrorId "ParameterArgumentTransformationError,$command"
    }

    It 'PageOutOfRange: it has none of the pages, and longer documents come through' {
        $result = Invoke-Collecting { Get-MediaTokenCost $report, $scan @gemini -Pages 3 }
        $result.Output.Pages | Should -Be 1
        Assert-OneError $result PageOutOfRange InvalidArgument $scan
        $result.Errors[0].Exception.Message | Should -Match 'has 2 pages'
    }

    It '<Id>: <File>, and the others come through' -ForEach @(
        @{ File = 'password-aes-256.pdf'; Id = 'PdfPassword'; Category = 'PermissionDenied' }
        @{ File = 'password-rc4-40.pdf'; Id = 'PdfPassword'; Category = 'PermissionDenied' }
        @{ File = 'pages-loop.pdf'; Id = 'CorruptPdf'; Category = 'InvalidData' }
        @{ File = 'object-stream-bomb.pdf'; Id = 'CorruptPdf'; Category = 'InvalidData' }
        @{ File = 'truncated.pdf'; Id = 'CorruptPdf'; Category = 'InvalidData' }
        @{ File = 'text.pdf'; Id = 'UnknownFormat'; Category = 'InvalidData' }
    ) {
        $path = Join-Path $media 'pdf' 'bad' $File
        $result = Invoke-Collecting { $report, $path, $scan | Get-MediaTokenCost @gemini }
        $result.Output.Name | Should -Be @('report.pdf', 'scan.pdf')
        Assert-OneError $result $Id $Category $path
    }

    It 'is one whatever its name says' {
        $named = Join-Path $media 'pdf' 'pdf-named.jpg'
        $cost = Get-MediaTokenCost $named @gemini
        $cost.MediaType, $cost.Pages | Should -Be @('Pdf', 2)
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost $named }) RuleNotPublished NotImplemented $named
    }

    It 'opens without a password where none is needed, and tells one page where it claims a thousand million' {
        (Get-MediaTokenCost (Join-Path $media 'pdf' 'qpdf-aes-256.pdf') @gemini).Pages | Should -Be 3
        (Get-MediaTokenCost (Join-Path $media 'pdf' 'count-too-high.pdf') @gemini).Pages | Should -Be 1
    }
}

Describe 'The objects of videos and PDF documents' {
    It 'go in again as files, though documents have no size' {
        $costs = Get-ChildItem $inbox | Get-MediaTokenCost @gemini
        ($costs | Get-MediaTokenCost @gemini -MediaResolution Low | Measure-Object Tokens -Sum).Sum | Should -Be 12403
        ($costs | Test-MediaForVision | Get-MediaTokenCost @gemini -MediaResolution Low | Measure-Object Tokens -Sum).Sum | Should -Be 12403
    }

    It 'come back from PSSerializer with their values' {
        foreach ($cost in Get-ChildItem $inbox | Get-MediaTokenCost @gemini) {
            $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($cost))
            foreach ($property in $cost.PSObject.Properties) { $back.($property.Name) | Should -Be $property.Value -Because "$($cost.Name) $($property.Name)" }
        }
    }

    It 'come back from a job with a duration that is a TimeSpan, and go in again' {
        $back = Start-Job { param($module, $path) Import-Module $module; Get-ChildItem $path | Get-MediaTokenCost -Model gemini-3.8-flash } -ArgumentList $modulePath, $inbox |
            Receive-Job -Wait -AutoRemoveJob
        $back[0].Duration | Should -BeOfType [timespan]
        $back[0].Duration.TotalSeconds | Should -Be 42.5
        ($back | Measure-Object Tokens -Sum).Sum | Should -Be (Get-ChildItem $inbox | Get-MediaTokenCost @gemini | Measure-Object Tokens -Sum).Sum
        ($back | Get-MediaTokenCost @gemini -MediaResolution Low | Measure-Object Tokens -Sum).Sum | Should -Be 12403
    }

    It 'go through CSV and in again, as files and not as sizes' {
        $costs = Get-ChildItem $inbox | Get-MediaTokenCost @gemini
        $read = $costs | ConvertTo-Csv | ConvertFrom-Csv
        [timespan] $read[0].Duration | Should -Be $costs[0].Duration
        ($read | Get-MediaTokenCost @gemini).Tokens | Should -Be $costs.Tokens
    }
}

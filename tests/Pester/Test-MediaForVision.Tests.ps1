BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }

Describe 'Test-MediaForVision' {
    It 'finds nothing wrong with what the vendor takes' {
        $test = Test-MediaForVision (Join-Path $media 'boardwalk.jpg')
        $test.Acceptable, $test.Format, $test.Model | Should -Be @($true, 'Jpeg', 'gpt-4o')
        $test.Problems | Should -BeNullOrEmpty
        $test.Recommendation | Should -BeNullOrEmpty
    }

    It 'says what is wrong with <File>' -ForEach @(
        @{ File = 'scan.tif'; Problem = 'does not take Tiff'; Recommendation = '^Optimize-ImageForVision -LiteralPath' }
        @{ File = 'formats/gif-animated.gif'; Problem = 'animated'; Recommendation = '^Optimize-ImageForVision -LiteralPath' }
        @{ File = 'bad/text.jpg'; Problem = 'text'; Recommendation = 'Convert' }
        @{ File = 'bad/empty.jpg'; Problem = 'no bytes'; Recommendation = '' }
    ) {
        $test = Test-MediaForVision (Join-Path $media $File)
        $test.Acceptable | Should -BeFalse
        $test.Problems | Should -Match $Problem
        $test.Recommendation | Should -Match $Recommendation
    }

    It 'finds a name that lies, half a file, and too many bytes' {
        $lie = Join-Path $TestDrive "it's.png"
        Copy-Item (Join-Path $media 'boardwalk.jpg') $lie
        $test = Test-MediaForVision $lie
        $test.Problems | Should -Match "ends in '.png', and it is Jpeg"
        Invoke-Expression $test.Recommendation
        Test-MediaForVision (Join-Path $TestDrive "it's.jpg") -Quiet | Should -BeTrue

        $half = Join-Path $TestDrive 'half.jpg'
        $bytes = [IO.File]::ReadAllBytes((Join-Path $media 'boardwalk.jpg'))
        [IO.File]::WriteAllBytes($half, $bytes[0..($bytes.Length / 2)])
        (Test-MediaForVision $half).Recommendation | Should -Match '-AllowPartial'

        $large = Join-Path $TestDrive 'large.jpg'
        [IO.File]::WriteAllBytes($large, $bytes + [byte[]]::new(21MB))
        (Test-MediaForVision $large -Model gemini-3.8-flash).Problems | Should -Match 'takes at most 20971520'
    }

    It 'refuses what has too many patches for the model' {
        $wide = Join-Path $TestDrive 'wide.bmp'
        $header = [IO.File]::ReadAllBytes((Join-Path $media 'banner.bmp'))
        [BitConverter]::GetBytes(20000).CopyTo($header, 18)
        [BitConverter]::GetBytes(20000).CopyTo($header, 22)
        [IO.File]::WriteAllBytes($wide, $header)
        "$((Test-MediaForVision $wide -Model gpt-6-astra).Problems)" | Should -Match 'patches'
    }

    It 'gives one Boolean for each file with -Quiet' {
        (Join-Path $media 'boardwalk.jpg'), (Join-Path $media 'banner.bmp') | Test-MediaForVision -Quiet | Should -Be @($true, $false)
    }

    It 'finds what to mend in a tree, and the command mends it' {
        $tests = @(Test-MediaForVision $media -Recurse | Where-Object { -not $_.Acceptable })
        $tests.Name | Should -Contain 'scan.tif'
        $tests.Name | Should -Not -Contain 'sizes.csv'
    }

    It 'asks about the model that comes with an object' {
        $heic = Get-MediaTokenCost (Join-Path $media 'photo.heic') -Model gpt-4o, gemini-3.8-flash
        $heic | Test-MediaForVision -Quiet | Should -Be @($false, $true)
    }

    It 'gives an error for a file that is not there' {
        $result = Invoke-Collecting { 'nowhere.jpg', (Join-Path $media 'icon.gif') | Test-MediaForVision }
        $result.Errors[0].FullyQualifiedErrorId | Should -Be 'FileNotFound,MediaTokens.Commands.TestMediaForVisionCommand'
        $result.Output | Should -HaveCount 1
    }
}

Describe 'Test-MediaForVision of videos and PDF documents' {
    BeforeAll { $inbox = Join-Path $media 'inbox' }

    It 'finds nothing wrong on a model that takes them' {
        $tests = Get-ChildItem $inbox | Test-MediaForVision -Model gemini-3.8-flash
        $tests.Acceptable | Should -Be (@($true) * 5)
        $tests.MimeType | Should -Be @('video/quicktime', 'image/jpeg', 'application/pdf', 'application/pdf', 'video/webm')
        $tests[0].Duration.TotalSeconds, $tests[2].Pages | Should -Be @(42.5, 3)
    }

    It 'says what would work where the model takes none' {
        $tests = Get-ChildItem $inbox | Test-MediaForVision
        $tests.Acceptable | Should -Be @($false, $true, $false, $false, $false)
        $tests[0].Problems | Should -Be 'gpt-4o does not take videos: it takes images.'
        $tests[0].Recommendation | Should -Match 'Gemini.*frames as images'
        $tests[2].Problems | Should -Match 'How gpt-4o counts PDF documents is not published'
        $tests[2].Recommendation | Should -Match 'another model.*pages.*as images'
    }

    It 'names the formats that the vendor takes, and a name that lies' {
        $mkv = Test-MediaForVision (Join-Path $media 'video' 'mkvmerge.mkv') -Model gemini-3.8-flash
        "$($mkv.Problems)" | Should -Match 'Matroska \(video/x-matroska\): it takes Mp4, .*WebM'
        $mkv.Recommendation | Should -Match 'MP4'
        $copy = Join-Path $TestDrive 'pdf-named.jpg'
        Copy-Item (Join-Path $media 'pdf' 'pdf-named.jpg') $copy
        Invoke-Expression (Test-MediaForVision $copy -Model gemini-3.8-flash).Recommendation
        Test-MediaForVision (Join-Path $TestDrive 'pdf-named.pdf') -Model gemini-3.8-flash -Quiet | Should -BeTrue
    }

    It 'names the longest video that the context window holds at that setting' {
        # A header that tells 20,000 seconds besides its preroll of 3.1: the play duration of the file properties, in units of 100 ns.
        $bytes = [IO.File]::ReadAllBytes((Join-Path $media 'video' 'wmv-wmv1.wmv'))
        $properties = [Convert]::ToHexString($bytes).IndexOf('A1DCAB8C47A9CF118EE400C00C205365') / 2
        [BitConverter]::GetBytes(200031000000L).CopyTo($bytes, $properties + 64)
        $long = Join-Path $TestDrive 'long.wmv'
        [IO.File]::WriteAllBytes($long, $bytes)
        $test = Test-MediaForVision $long -Model gemini-2.5-pro
        $test.Duration.TotalSeconds | Should -Be 20000
        # 1,048,576 tokens at 256 a second, and at 64.
        "$($test.Problems)" | Should -Match '5120000 tokens.*1048576.*01:08:16 at Unspecified'
        "$((Test-MediaForVision $long -Model gemini-2.5-pro -MediaResolution Low).Problems)" | Should -Match '04:33:04 at Low'
        Test-MediaForVision $long -Model gemini-3.8-flash -Quiet | Should -BeFalse
    }

    It 'finds a document that is locked or too large' {
        $locked = Test-MediaForVision (Join-Path $media 'pdf' 'bad' 'password-aes-256.pdf') -Model gemini-3.8-flash
        $locked.Acceptable, "$($locked.Problems)" | Should -Be @($false, 'The document does not open without a password.')
        $large = Join-Path $TestDrive 'large.pdf'
        Copy-Item (Join-Path $inbox 'report.pdf') $large
        $file = [IO.File]::OpenWrite($large)
        $file.SetLength(50MB + 1)
        $file.Dispose()
        "$((Test-MediaForVision $large -Model gemini-3.8-flash).Problems)" | Should -Match 'has 52428801 bytes.*takes at most 52428800'
    }

    It 'asks for a copy that tells its duration' {
        $test = Test-MediaForVision (Join-Path $media 'video' 'bad' 'timescale-0.mp4') -Model gemini-3.8-flash
        $test.Acceptable, $test.Duration | Should -Be @($false, $null)
        $test.Recommendation | Should -Match 'Convert it to MP4'
    }
}

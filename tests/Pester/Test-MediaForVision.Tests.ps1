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
        (Test-MediaForVision $large).Problems | Should -Match 'takes at most 20971520'
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
        $heic = Get-MediaTokenCost (Join-Path $media 'photo.heic') -Model gpt-4o, gemini-3-pro-preview
        $heic | Test-MediaForVision -Quiet | Should -Be @($false, $true)
    }

    It 'gives an error for a file that is not there' {
        $result = Invoke-Collecting { 'nowhere.jpg', (Join-Path $media 'icon.gif') | Test-MediaForVision }
        $result.Errors[0].FullyQualifiedErrorId | Should -Be 'FileNotFound,MediaTokens.Commands.TestMediaForVisionCommand'
        $result.Output | Should -HaveCount 1
    }
}

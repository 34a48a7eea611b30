BeforeDiscovery {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $engines = @(Get-MediaTokenEngine | Where-Object IsAvailable)
    $none = $engines.Count -eq 0
    if ($none) {
        Write-Host 'The tests of Optimize-ImageForVision are left out: no image engine is on this machine.'
    }
    $each = @($engines | Where-Object Name -NE 'libjpeg-turbo' | ForEach-Object { @{ Engine = $_.Name } })
    $noTurbo = 'libjpeg-turbo' -notin $engines.Name
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $photos = (Join-Path $media 'boardwalk.jpg'), (Join-Path $media 'portrait.jpg')

    function New-Folder { (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory).FullName }

    function Assert-Error {
        param($Result, [string] $Id, [int] $Count = 1)
        $Result.Errors | Should -HaveCount $Count
        $Result.Errors[0].FullyQualifiedErrorId | Should -Be "$Id,MediaTokens.Commands.OptimizeImageForVisionCommand"
        $Result.Errors[0].CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $Result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    function Get-Leftover { param($Folder) Get-ChildItem $Folder -Recurse -Force -Filter '.mediatokens-*' }
}

Describe 'Optimize-ImageForVision' -Skip:$none {
    BeforeEach { $out = Join-Path $TestDrive ([guid]::NewGuid()) }

    It 'makes each image what the model looks at, in the order of the input, and the files are what the objects say' {
        $results = Get-ChildItem $photos | Optimize-ImageForVision -Destination $out -Detail High
        $results.Name | Should -Be @('boardwalk.jpg', 'portrait.jpg')
        $results.Size | Should -Be @('1178x768', '768x1024')
        $results.Tokens | Should -Be @(1105, 765)
        $results.TokensSaved | Should -Be @(0, 0)
        $results | ForEach-Object { $_.Action | Should -Be 'Resized'; $_.Bytes | Should -Be (Get-Item $_.Path).Length; $_.Bytes | Should -BeLessThan $_.SourceBytes }
        $costs = $results | Get-MediaTokenCost -Detail High
        $costs.Tokens | Should -Be $results.Tokens
        $costs.Size | Should -Be $results.Size
        Get-Leftover $out | Should -BeNullOrEmpty
    }

    It 'does it with <Engine> alone' -ForEach $each {
        $result = Optimize-ImageForVision $photos[1] -Destination $out -Detail High -Engine ($Engine -replace 'lib(.)', 'Lib$1')
        $result.Size | Should -Be '768x1024'
        $result.Engine | Should -Be $Engine
    }

    It 'does JPEG with libjpeg-turbo alone, and says so where it cannot' -Skip:$noTurbo {
        (Optimize-ImageForVision $photos[0] -Destination $out -Engine LibjpegTurbo).Engine | Should -Be 'libjpeg-turbo'
        Assert-Error (Invoke-Collecting { Optimize-ImageForVision (Join-Path $media 'receipt.png') -Destination $out -Engine LibjpegTurbo }) EngineCannot
    }

    It 'turns what the vendor does not take into what it takes' {
        $results = Optimize-ImageForVision (Join-Path $media 'banner.bmp'), (Join-Path $media 'scan.tif') -Destination $out
        $results | ForEach-Object { $_.Format | Should -BeIn 'Jpeg', 'Png' }
        $results | Test-MediaForVision -Quiet | Should -Be @($true, $true)
    }

    It 'keeps flat colours without loss, and photographs as JPEG' {
        (Optimize-ImageForVision (Join-Path $media 'screenshot.png') -Destination $out).Format | Should -Be 'Png'
        (Optimize-ImageForVision (Join-Path $media 'screenshot.png') -Destination $out -Format Jpeg).Name | Should -Be 'screenshot.jpg'
        (Optimize-ImageForVision (Join-Path $media 'diagram.webp') -Destination $out -Format WebP).Format | Should -Be 'WebP'
    }

    It 'copies what needs nothing, and says so' {
        $once = Optimize-ImageForVision $photos[0] -Destination $out -Detail High
        $again = $once | Optimize-ImageForVision -Destination (Join-Path $out 'again')
        $again.Action | Should -Be 'Copied'
        $again.Explanation | Should -Match 'nothing would be gained'
        (Get-FileHash $again.Path).Hash | Should -Be (Get-FileHash $once.Path).Hash
    }

    It 'drops metadata unless it is kept' {
        $source = Join-Path $media 'formats' 'jpeg-exif-xmp.jpg'
        $text = { [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($args[0])) }
        & $text $source | Should -Match 'Exif'
        & $text (Optimize-ImageForVision $source -Destination $out).Path | Should -Not -Match 'Exif|xmpmeta'
        & $text (Optimize-ImageForVision $source -Destination (Join-Path $out 'kept') -KeepMetadata).Path | Should -Match 'Exif'
    }

    It 'writes to a file, in the format that its name says' {
        $file = Join-Path $out 'new' 'small.png'
        (Optimize-ImageForVision $photos[0] $file).Path | Should -Be $file
        (Get-MediaTokenCost $file).Format | Should -Be 'Png'
        Assert-Error (Invoke-Collecting { Optimize-ImageForVision $photos[0] (Join-Path $out 'x.png') -Format Jpeg }) DestinationFormat
    }

    It 'keeps the tree below a folder with -Recurse, and leaves its own results and other files alone' {
        $tree = New-Folder
        New-Item (Join-Path $tree 'a' 'b') -ItemType Directory | Out-Null
        Copy-Item $photos[0] (Join-Path $tree 'a' 'b')
        Copy-Item $photos[1] $tree
        Set-Content (Join-Path $tree 'notes.txt') 'no image'
        $to = Join-Path $tree 'upload'
        $results = Optimize-ImageForVision $tree -Recurse -Destination $to -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
        $results.Path | Should -Be @((Join-Path $to 'portrait.jpg'), (Join-Path $to 'a' 'b' 'boardwalk.jpg'))
        @(Optimize-ImageForVision $tree -Recurse -Destination $to -Force).Count | Should -Be 2
    }

    It 'takes brackets as they are' {
        $folder = New-Folder
        $source = Join-Path $folder 'shot [1].jpg'
        Copy-Item -LiteralPath $photos[0] $source
        $result = Get-ChildItem $folder | Optimize-ImageForVision -Destination $out
        $result.Name | Should -Be 'shot [1].jpg'
        ($result | Get-MediaTokenCost).Size | Should -Be '1178x768'
    }

    It 'takes model and setting along with a cost object' {
        $costs = Get-MediaTokenCost $photos[0] -Model gpt-5.4 -Detail High
        $result = $costs | Optimize-ImageForVision -Destination $out
        $result.Model | Should -Be 'gpt-5.4'
        $result.Size | Should -Be "$($costs.ScaledWidth)x$($costs.ScaledHeight)"
        ($costs | Optimize-ImageForVision -Destination $out -Model gpt-4o -Force).Size | Should -Be '1178x768'
        $gemini = Get-MediaTokenCost $photos[0] -Model gemini-3.8-flash |
            Optimize-ImageForVision -Destination $out -MediaResolution Low -Force -WarningAction SilentlyContinue
        $gemini.Model, $gemini.MediaResolution, $gemini.Tokens | Should -Be @('gemini-3.8-flash', 'Low', 280)
    }

    It 'spends no more than -MaxTokens, and names the least where that cannot be' {
        $result = Optimize-ImageForVision $photos[0] -Destination $out -Detail High -MaxTokens 500
        $result.Tokens | Should -BeLessOrEqual 500
        $result.TokensSaved | Should -Be (1105 - $result.Tokens)
        $failed = Invoke-Collecting { Optimize-ImageForVision $photos[0] -Destination $out -Detail High -MaxTokens 100 -Force }
        Assert-Error $failed MaxTokensTooLow
        "$($failed.Errors[0])" | Should -Match '255'
    }

    It 'trims tiles: 1178x768 is 6 of them, 1024x668 is 4' {
        $result = Optimize-ImageForVision $photos[0] -Destination $out -Detail High -TrimTiles
        $result.Size, $result.Tokens | Should -Be @('1024x668', 765)
        { Optimize-ImageForVision $photos[0] -Destination $out -Model gpt-5.4 -TrimTiles } | Should -Throw -ErrorId 'SettingNotSupported,*'
    }

    It 'fits -MaxBytes by quality first, then by size' {
        $full = Optimize-ImageForVision $photos[1] -Destination $out -Detail High -Format Jpeg
        $less = Optimize-ImageForVision $photos[1] -Destination $out -Detail High -Format Jpeg -MaxBytes ($full.Bytes - 1) -Force
        $less.Size | Should -Be $full.Size
        $less.Bytes | Should -BeLessThan $full.Bytes
        $least = Optimize-ImageForVision $photos[1] -Destination $out -Detail High -Format Jpeg -MaxBytes 3000 -Force
        $least.Bytes | Should -BeLessOrEqual 3000
        $least.Width | Should -BeLessThan $full.Width
        Assert-Error (Invoke-Collecting { Optimize-ImageForVision $photos[1] -Destination $out -MaxBytes 10 -Force }) MaxBytesTooLow
    }

    It 'warns that size does not matter to Gemini 3, and of animations' {
        Optimize-ImageForVision $photos[0] -Destination $out -Model gemini-3.8-flash -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        "$warnings" | Should -Match 'media resolution'
        Optimize-ImageForVision (Join-Path $media 'formats' 'gif-animated.gif') -Destination $out -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        "$warnings" | Should -Match 'first frame'
    }

    It 'gives objects that come back from elsewhere as files' {
        $result = Optimize-ImageForVision $photos[0] -Destination $out
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($result))
        $back.PSObject.TypeNames[0] | Should -Be 'Deserialized.MediaTokens.OptimizedImage'
        ($back | Get-MediaTokenCost).Size | Should -Be '1178x768'
    }
}

Describe 'Optimize-ImageForVision and files that are there' -Skip:$none {
    BeforeEach {
        $folder = New-Folder
        $out = Join-Path $folder 'out'
        Copy-Item $photos $folder
        $copies = Get-ChildItem $folder -File
    }

    It 'leaves no trace with -WhatIf' {
        $copies | Optimize-ImageForVision -Destination $out -WhatIf 6>$null | Should -BeNullOrEmpty
        Test-Path $out | Should -BeFalse
        $before = $copies | Get-FileHash
        $copies | Optimize-ImageForVision -InPlace -WhatIf
        (Get-ChildItem $folder -File | Get-FileHash).Hash | Should -Be $before.Hash
    }

    It 'overwrites nothing without -Force' {
        $copies | Optimize-ImageForVision -Destination $out | Out-Null
        Set-Content (Join-Path $out 'portrait.jpg') 'mine'
        Assert-Error (Invoke-Collecting { $copies | Optimize-ImageForVision -Destination $out }) DestinationExists 2
        Get-Content (Join-Path $out 'portrait.jpg') | Should -Be 'mine'
        @($copies | Optimize-ImageForVision -Destination $out -Force).Count | Should -Be 2
    }

    It 'refuses two sources with one name, and keeps the first' {
        $other = New-Folder
        Copy-Item $photos[1] (Join-Path $other 'boardwalk.jpg')
        $result = Invoke-Collecting { $copies[0], (Get-Item (Join-Path $other 'boardwalk.jpg')) | Optimize-ImageForVision -Destination $out -Force }
        Assert-Error $result DestinationCollision
        (Get-MediaTokenCost (Join-Path $out 'boardwalk.jpg')).Size | Should -Be '1178x768'
    }

    It 'never takes the place of a source unless told to' {
        $before = ($copies | Get-FileHash).Hash
        Assert-Error (Invoke-Collecting { $copies | Optimize-ImageForVision -Destination $folder -Force }) DestinationIsSource 2
        { $copies | Optimize-ImageForVision } | Should -Throw -ErrorId 'DestinationMissing,*'
        { $copies | Optimize-ImageForVision -InPlace -Destination $out } | Should -Throw -ErrorId 'DestinationMissing,*'
        ($copies | Get-FileHash).Hash | Should -Be $before
    }

    It 'asks before it works in place, and not with -Confirm:$false or -Force' {
        $asked = pwsh -NoProfile -NonInteractive -Command {
            param($module, $path)
            Import-Module $module
            try { Optimize-ImageForVision $path -InPlace } catch { 'asked' }
        } -args $modulePath, $copies[0].FullName
        $asked | Should -Be 'asked'
        (Get-MediaTokenCost $copies[0]).Size | Should -Be '2560x1669'
        ($copies[0] | Optimize-ImageForVision -InPlace -Confirm:$false).Path | Should -Be $copies[0].FullName
        (Get-MediaTokenCost $copies[0]).Size | Should -Be '1178x768'
        ($copies[1] | Optimize-ImageForVision -InPlace -Force).Size | Should -Be '768x1024'
        Get-Leftover $folder | Should -BeNullOrEmpty
    }

    It 'gives a new name in place where the format changes, and the old file goes last' {
        Copy-Item (Join-Path $media 'banner.bmp') $folder
        $result = Optimize-ImageForVision (Join-Path $folder 'banner.bmp') -InPlace -Confirm:$false
        Test-Path $result.Path | Should -BeTrue
        Test-Path (Join-Path $folder 'banner.bmp') | Should -BeFalse
    }

    It 'refuses a link that leads out of the destination' -Skip:$IsWindows {
        $elsewhere = New-Folder
        $tree = New-Folder
        New-Item (Join-Path $tree 'sub') -ItemType Directory | Out-Null
        Copy-Item $photos[0] (Join-Path $tree 'sub')
        New-Item $out -ItemType Directory | Out-Null
        New-Item (Join-Path $out 'sub') -ItemType SymbolicLink -Value $elsewhere | Out-Null
        Assert-Error (Invoke-Collecting { Optimize-ImageForVision $tree -Recurse -Destination $out }) DestinationOutside
        Get-ChildItem $elsewhere | Should -BeNullOrEmpty
    }

    It 'says that a destination cannot be written' {
        Set-Content (Join-Path $folder 'file') 'no folder'
        Assert-Error (Invoke-Collecting { $copies[0] | Optimize-ImageForVision -Destination (Join-Path $folder 'file' 'below') }) DestinationUnwritable
    }

    It 'leaves whole files only when it is stopped or killed' {
        $many = New-Folder
        1..40 | ForEach-Object { Copy-Item $photos[$_ % 2] (Join-Path $many "$_.jpg") }
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($m, $from, $to) Import-Module $m; Get-ChildItem $from | Optimize-ImageForVision -Destination $to').AddArgument($modulePath).AddArgument($many).AddArgument($out)
        $run = $shell.BeginInvoke()
        while (-not $run.IsCompleted -and -not (Get-ChildItem $out -Filter *.jpg -ErrorAction Ignore)) { Start-Sleep -Milliseconds 5 }
        $shell.Stop()
        $run.IsCompleted | Should -BeTrue
        $shell.Dispose()
        Get-Leftover $out | Should -BeNullOrEmpty
        Get-ChildItem $out | Test-MediaForVision -Quiet | Should -Not -Contain $false

        $killed = Join-Path $folder 'killed'
        $script = "Import-Module '$modulePath'; Get-ChildItem '$many' | Optimize-ImageForVision -Destination '$killed'"
        $process = Start-Process (Get-Process -Id $PID).Path -ArgumentList '-NoProfile', '-NonInteractive', '-EncodedCommand', ([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script))) -PassThru -RedirectStandardOutput (Join-Path $folder 'log')
        while (-not $process.HasExited -and -not (Get-ChildItem $killed -Filter *.jpg -ErrorAction Ignore)) { Start-Sleep -Milliseconds 2 }
        $process.Kill()
        $process.WaitForExit()
        Get-ChildItem $killed -Filter *.jpg | Test-MediaForVision -Quiet | Should -Not -Contain $false
        (Get-ChildItem $many | Get-MediaTokenCost).Size | Sort-Object -Unique | Should -Be @('2560x1669', '3024x4032')
    }
}

Describe 'Optimize-ImageForVision and bad input' -Skip:$none {
    BeforeEach {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
        $good = Join-Path $media 'boardwalk.jpg'
    }

    It 'gives <File> the error <Id>, and the others come through' -ForEach @(
        @{ File = 'bad/empty.jpg'; Id = 'EmptyFile' }
        @{ File = 'bad/text.jpg'; Id = 'UnknownFormat' }
        @{ File = 'bad/truncated.jpg'; Id = 'TruncatedFile' }
        @{ File = 'nowhere.jpg'; Id = 'FileNotFound' }
        @{ File = 'formats'; Id = 'PathIsDirectory' }
    ) {
        $path = Join-Path $media $File
        $result = Invoke-Collecting { $path, $good, $path | Optimize-ImageForVision -Destination $out }
        Assert-Error $result $Id 2
        $result.Output.Name | Should -Be 'boardwalk.jpg'
    }

    It 'refuses half an image, unless -AllowPartial takes it' {
        $half = Join-Path $TestDrive 'half.jpg'
        $bytes = [IO.File]::ReadAllBytes($good)
        [IO.File]::WriteAllBytes($half, $bytes[0..($bytes.Length / 2)])
        Assert-Error (Invoke-Collecting { $half | Optimize-ImageForVision -Destination $out }) CorruptPixels
        Test-Path (Join-Path $out 'half.jpg') | Should -BeFalse
        $result = $half | Optimize-ImageForVision -Destination $out -AllowPartial -WarningVariable warnings -WarningAction SilentlyContinue
        $result.Size | Should -Be '1178x768'
        "$warnings" | Should -Match 'damaged'
    }

    It 'refuses more pixels than -MaxPixels before it decodes any' {
        $bomb = Join-Path $TestDrive 'bomb.png'
        $header = [IO.File]::ReadAllBytes((Join-Path $media 'receipt.png'))
        # 100,000 x 100,000 pixels.
        0..7 | ForEach-Object { $header[16 + $_] = (0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0)[$_] }
        [IO.File]::WriteAllBytes($bomb, $header)
        Assert-Error (Invoke-Collecting { $bomb | Optimize-ImageForVision -Destination $out }) TooManyPixels
        Assert-Error (Invoke-Collecting { $good | Optimize-ImageForVision -Destination $out -MaxPixels 1000 }) TooManyPixels
    }

    It 'does CMYK, 16 bits, grey, one pixel and transparency' {
        $files = 'jpeg-cmyk.jpg', 'png-16-bit.png', 'jpeg-grey.jpg', 'png-alpha.png', 'webp-alpha.webp', 'jpeg-progressive.jpg' | ForEach-Object { Join-Path $media 'formats' $_ }
        $results = $files | Optimize-ImageForVision -Destination $out -Format Jpeg
        $results.Format | Should -Be @(, 'Jpeg' * 6)
        $results | Test-MediaForVision -Quiet | Should -Not -Contain $false
        (Optimize-ImageForVision (Join-Path $media 'formats' 'png-alpha.png') -Destination $out).Format | Should -Be 'Png'
    }

    It 'ends for what makes no sense at all' {
        { Optimize-ImageForVision $good -Destination $out -Model nonsense-9 } | Should -Throw -ErrorId 'UnknownModel,MediaTokens.Commands.OptimizeImageForVisionCommand'
        { Optimize-ImageForVision $good -Destination Env:\x } | Should -Throw -ErrorId 'NotFileSystemPath,MediaTokens.Commands.OptimizeImageForVisionCommand'
        { Optimize-ImageForVision $good -Destination nowhere:\x } | Should -Throw -ErrorId 'InvalidPath,MediaTokens.Commands.OptimizeImageForVisionCommand'
        { Optimize-ImageForVision $good -Destination "$out.gif" } | Should -Throw -ErrorId 'DestinationFormat,MediaTokens.Commands.OptimizeImageForVisionCommand'
        { Optimize-ImageForVision $good -Destination $out -Detail Higher } | Should -Throw
        { Optimize-ImageForVision $good -Destination $out -Quality 101 } | Should -Throw
        { Optimize-ImageForVision $good -Destination $out -Model gpt-4o -MediaResolution Low } | Should -Throw -ErrorId 'SettingNotSupported,MediaTokens.Commands.OptimizeImageForVisionCommand'
    }
}

BeforeDiscovery {
    $bad = @(
        @{ File = 'bad/empty.jpg'; Id = 'EmptyFile'; Category = 'InvalidData' }
        @{ File = 'bad/text.jpg'; Id = 'UnknownFormat'; Category = 'InvalidData' }
        @{ File = 'bad/truncated.jpg'; Id = 'TruncatedFile'; Category = 'InvalidData' }
        @{ File = 'bad/many-segments.jpg'; Id = 'TruncatedFile'; Category = 'InvalidData' }
        @{ File = 'bad/zero-width.png'; Id = 'InvalidDimensions'; Category = 'InvalidData' }
    )
}

BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }

Describe 'A file that cannot be counted' {
    BeforeAll {
        $good = Join-Path $media 'icon.gif'

        function Assert-OneError {
            param($Result, [string] $Id, [string] $Category, $Target)
            $Result.Errors | Should -HaveCount 1
            $Result.Errors[0].FullyQualifiedErrorId | Should -Be "$Id,MediaTokens.Commands.GetMediaTokenCostCommand"
            $Result.Errors[0].CategoryInfo.Category | Should -Be $Category
            $Result.Errors[0].TargetObject | Should -Be $Target
            $Result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }

    It '<Id>: <File>, and the others come through' -ForEach $bad {
        $path = Join-Path $media $File
        $result = Invoke-Collecting { $good, $path, $good | Get-MediaTokenCost }
        $result.Output.Tokens | Should -Be @(255, 255)
        Assert-OneError $result $Id $Category (Resolve-Path $path).Path
    }

    It 'FileNotFound: a path, and a literal path with brackets' {
        $result = Invoke-Collecting { $good, 'nope.jpg', $good | Get-MediaTokenCost }
        $result.Output | Should -HaveCount 2
        Assert-OneError $result FileNotFound ObjectNotFound 'nope.jpg'
        $missing = Join-Path $TestDrive 'x[1].jpg'
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost -LiteralPath $missing }) FileNotFound ObjectNotFound $missing
    }

    It 'PathIsDirectory: a folder without -Recurse, and the message says so' {
        $result = Invoke-Collecting { Get-MediaTokenCost $media, $good }
        $result.Output | Should -HaveCount 1
        Assert-OneError $result PathIsDirectory InvalidArgument $media
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match '-Recurse'
    }

    It 'NotRegularFile: a pipe, without waiting for it' -Skip:$IsWindows {
        $pipe = Join-Path $TestDrive 'pipe'
        mkfifo $pipe
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost $pipe, $good }) NotRegularFile InvalidType $pipe
    }

    It 'NotRegularFile: a device' -Skip:$IsWindows {
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost /dev/zero }) NotRegularFile InvalidType '/dev/zero'
    }

    It 'NotFileSystemPath: a path of another provider' {
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost Env:PATH, $good }) NotFileSystemPath InvalidArgument 'Env:PATH'
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost -LiteralPath Env:PATH, $good }) NotFileSystemPath InvalidArgument 'Env:PATH'
    }

    It 'InvalidPath: a drive that is not there' {
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost 'nodrive:x', $good }) InvalidPath InvalidArgument 'nodrive:x'
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost -LiteralPath 'nodrive:x' }) InvalidPath InvalidArgument 'nodrive:x'
    }

    It 'AccessDenied: a file that may not be read' -Skip:($IsWindows -or (id -u) -eq '0') {
        $locked = Join-Path $TestDrive 'locked.gif'
        Copy-Item $good $locked
        chmod 000 $locked
        Assert-OneError (Invoke-Collecting { Get-MediaTokenCost $locked, $good }) AccessDenied PermissionDenied $locked
    }

    It 'InvalidDimensions: a size of 0, negative or too large, and the others come through' {
        $sizes = '0,5', '5,0', '-1,5', '2147483648,1', '2147483647,1' | ForEach-Object { $w, $h = $_ -split ','; [pscustomobject]@{ Width = $w; Height = $h } }
        $result = Invoke-Collecting { $sizes | Get-MediaTokenCost -Detail Low }
        $result.Output.Size | Should -Be @('2147483647x1')
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('InvalidDimensions,MediaTokens.Commands.GetMediaTokenCostCommand') * 4)
        $result.Errors.TargetObject | Should -Be @('0x5', '5x0', '-1x5', '2147483648x1')
    }

    It 'TooManyPatches: the others come through, on the other models too' {
        $result = Invoke-Collecting {
            '8000', '100' | ForEach-Object { [pscustomobject]@{ Width = $_; Height = $_ } } | Get-MediaTokenCost -Model gpt-5.6-sol, gpt-4o
        }
        $result.Output | Should -HaveCount 3
        Assert-OneError $result TooManyPatches LimitsExceeded '8000x8000'
        $result.Errors[0].Exception.Message | Should -Match '62500.*30000'
    }
}

Describe 'A model or a setting that does not fit' {
    It 'UnknownModel: names the nearest, and the other models come through' {
        $result = Invoke-Collecting { Get-MediaTokenCost -Width 5 -Height 5 -Model gpt-4p, gpt-4o }
        $result.Output.Model | Should -Be 'gpt-4o'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'UnknownModel,MediaTokens.Commands.GetMediaTokenCostCommand'
        $result.Errors[0].Exception.Message | Should -Match 'gpt-4o'
        $result.Errors[0].TargetObject | Should -Be 'gpt-4p'
    }

    It 'UnknownModel: ends the command when no model is left' {
        { Get-MediaTokenCost -Width 5 -Height 5 -Model gpt-4p -ErrorAction Continue } | Should -Throw -ErrorId 'UnknownModel,MediaTokens.Commands.GetMediaTokenCostCommand'
    }

    It 'SettingNotSupported: once for the model, whatever the number of files' {
        $result = Invoke-Collecting { 1..3 | ForEach-Object { [pscustomobject]@{ Width = 5; Height = 5 } } | Get-MediaTokenCost -Model gpt-4o, gpt-5.5 -Detail Original }
        $result.Output.Model | Should -Be @('gpt-5.5', 'gpt-5.5', 'gpt-5.5')
        $result.Errors.FullyQualifiedErrorId | Should -Be 'SettingNotSupported,MediaTokens.Commands.GetMediaTokenCostCommand'
        $result.Errors[0].TargetObject | Should -Be 'gpt-4o'
    }

    It 'SettingNotSupported: a part''s media resolution before Gemini 3' {
        $result = Invoke-Collecting { Get-MediaTokenCost -Width 5 -Height 5 -Model gemini-2.5-pro, gemini-3.8-flash -PartMediaResolution High }
        $result.Output.Model | Should -Be 'gemini-3.8-flash'
        $result.Errors.TargetObject | Should -Be 'gemini-2.5-pro'
    }

    It 'says that UltraHigh is for parts' {
        { Get-MediaTokenCost -Width 5 -Height 5 -Model gemini-3.8-flash -MediaResolution UltraHigh } | Should -Throw '*-PartMediaResolution UltraHigh*'
    }

    It 'InvalidCatalog: ends the command and names the row and the field' {
        $catalog = Join-Path $TestDrive 'bad.json'
        '{ "schemaVersion": 1, "date": "2026-11-21", "models": [ { "id": "mine", "famly": "openai-tile-85-170" } ] }' | Set-Content $catalog
        { Get-MediaTokenCost -Width 5 -Height 5 -CatalogPath $catalog } | Should -Throw -ErrorId 'InvalidCatalog,MediaTokens.Commands.GetMediaTokenCostCommand' -PassThru |
            ForEach-Object { $_.Exception.Message | Should -Match "mine.*family" }
        { Get-MediaTokenModel -CatalogPath (Join-Path $TestDrive 'none.json') } | Should -Throw -ErrorId 'InvalidCatalog,MediaTokens.Commands.GetMediaTokenModelCommand'
    }
}

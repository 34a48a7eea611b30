BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }

Describe 'Get-MediaTokenCost counts' {
    It 'gives the figure of the vendor''s example, with its working' {
        $cost = Get-MediaTokenCost (Join-Path $media 'boardwalk.jpg') -Detail High
        $cost.Tokens | Should -Be 1105
        $cost.Explanation | Should -Be '2560x1669 -> 2048x1335 -> 1178x768 -> 3x2 tiles: 85 + 6 x 170 = 1105'
        $cost.PSObject.TypeNames[0] | Should -Be 'MediaTokens.MediaTokenCost'
    }

    It 'takes the size after orientation' {
        $cost = Get-MediaTokenCost (Join-Path $media 'portrait.jpg')
        $cost.Width | Should -Be 3024
        $cost.Height | Should -Be 4032
    }

    It 'gives one object for each file and model, files first' {
        $costs = Get-MediaTokenCost (Join-Path $media 'boardwalk.jpg'), (Join-Path $media 'icon.gif') -Model gpt-4o-mini, gpt-4o
        $costs.Model | Should -Be @('gpt-4o-mini', 'gpt-4o', 'gpt-4o-mini', 'gpt-4o')
        $costs.Name | Should -Be @('boardwalk.jpg', 'boardwalk.jpg', 'icon.gif', 'icon.gif')
    }

    It 'takes wildcards for models, and names with dates' {
        (Get-MediaTokenCost -Width 10 -Height 10 -Model gpt-5.6-*).Model | Should -Be @('gpt-5.6-sol', 'gpt-5.6-terra', 'gpt-5.6-luna')
        (Get-MediaTokenCost -Width 10 -Height 10 -Model gpt-4o-mini-2024-07-18).Tokens | Should -Be 8500
    }

    It 'lets the part''s media resolution win over the global one' {
        $size = @{ Width = 1000; Height = 1000; Model = 'gemini-3.8-flash' }
        (Get-MediaTokenCost @size -MediaResolution Low).Tokens | Should -Be 280
        (Get-MediaTokenCost @size -MediaResolution Low -PartMediaResolution UltraHigh).Tokens | Should -Be 2240
        (Get-MediaTokenCost @size -MediaResolution Low -PartMediaResolution Unspecified).Tokens | Should -Be 280
    }

    It 'takes the part''s media resolution from each object' {
        $parts = [pscustomobject]@{ Width = 10; Height = 10; PartMediaResolution = 'High' }, [pscustomobject]@{ Width = 10; Height = 10 }
        ($parts | Get-MediaTokenCost -Model gemini-3.8-flash -MediaResolution Low).MediaResolution | Should -Be @('High', 'Low')
        $file = Get-Item (Join-Path $media 'icon.gif') | Add-Member PartMediaResolution ([MediaTokens.Rules.PartMediaResolution]::UltraHigh) -PassThru
        ($file | Get-MediaTokenCost -Model gemini-3.8-flash).MediaResolution | Should -Be 'UltraHigh'
        (Get-MediaTokenCost $file.FullName -Model gemini-3.8-flash -PartMediaResolution High).MediaResolution | Should -Be 'High'
    }

    It 'refuses an object that names no media resolution, rather than counting another' {
        $parts = 'Ultra', '', 'ultrahigh' | ForEach-Object { [pscustomobject]@{ Width = 10; Height = 10; PartMediaResolution = $_ } }
        $result = Invoke-Collecting { $parts | Get-MediaTokenCost -Model gemini-3.8-flash }
        $result.Output.Tokens | Should -Be @(1120, 2240)
        $result.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentTransformationError,MediaTokens.Commands.GetMediaTokenCostCommand'
        ([pscustomobject]@{ Width = 10; Height = 10; PartMediaResolution = 'Unspecified' } | Get-MediaTokenCost).Tokens | Should -Be 255
    }

    It 'carries the documented and the billed figure' {
        $cost = Get-MediaTokenCost -Width 4000 -Height 3000 -Model gemini-3.8-flash
        $cost.Tokens, $cost.DocumentedTokens, $cost.BilledTokens, $cost.Basis | Should -Be @(1120, 1120, 1064, 'Documented')
        $billed = Get-MediaTokenCost -Width 4000 -Height 3000 -Model gemini-3.8-flash -Basis Billed
        $billed.Tokens, $billed.DocumentedTokens, $billed.BilledTokens, $billed.Basis | Should -Be @(1064, 1120, 1064, 'Billed')
    }

    It 'lets each vendor''s models take their own setting' {
        $result = Invoke-Collecting { Get-MediaTokenCost -Width 10 -Height 10 -Model gpt-4o, gemini-3.8-flash -Detail Low -MediaResolution Low }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output.Tokens | Should -Be @(85, 280)
    }

    It 'reads a catalog of the user''s own, by parameter and by environment variable' {
        $catalog = Join-Path $TestDrive 'catalog.json'
        '{ "schemaVersion": 1, "date": "2026-11-21", "models": [ { "id": "my-deployment", "family": "openai-tile-85-170" } ] }' | Set-Content $catalog
        (Get-MediaTokenCost -Width 10 -Height 10 -Model my-deployment -CatalogPath $catalog).Tokens | Should -Be 255
        Push-Location $TestDrive
        try {
            (Get-MediaTokenCost -Width 10 -Height 10 -Model my-deployment -CatalogPath catalog.json).Tokens | Should -Be 255
            $env:MEDIATOKENS_CATALOG = $catalog
            (Get-MediaTokenCost -Width 10 -Height 10 -Model my-deployment).Tokens | Should -Be 255
        } finally {
            Remove-Item Env:MEDIATOKENS_CATALOG -ErrorAction Ignore
            Pop-Location
        }
    }
}

Describe 'Get-MediaTokenCost takes' {
    BeforeAll {
        $brackets = Join-Path $TestDrive 'a[1].gif'
        Copy-Item (Join-Path $media 'icon.gif') -Destination $TestDrive
        [IO.File]::Copy((Join-Path $media 'icon.gif'), $brackets)
        [IO.File]::Copy((Join-Path $media 'boardwalk.jpg'), (Join-Path $TestDrive 'b.jpg'))
        $folder = New-Item (Join-Path $TestDrive 'folder' 'below') -ItemType Directory
        Copy-Item (Join-Path $media 'icon.gif') $folder
        'no image' | Set-Content (Join-Path $folder 'notes.txt')
    }

    It 'the files of Get-ChildItem, brackets and all' {
        (Get-ChildItem $TestDrive -File | Get-MediaTokenCost).Name | Should -Be @('a[1].gif', 'b.jpg', 'icon.gif')
    }

    It 'a FileInfo that PowerShell did not make' {
        ([IO.FileInfo] (Join-Path $TestDrive 'b.jpg') | Get-MediaTokenCost).Width | Should -Be 2560
    }

    It 'paths by position, several, and with wildcards' {
        (Get-MediaTokenCost (Join-Path $TestDrive '*.gif'), (Join-Path $TestDrive 'b.jpg')).Name | Should -Be @('a[1].gif', 'icon.gif', 'b.jpg')
    }

    It 'paths as strings from the pipeline' {
        ((Join-Path $TestDrive 'b.jpg'), (Join-Path $TestDrive 'i*.gif') | Get-MediaTokenCost).Name | Should -Be @('b.jpg', 'icon.gif')
    }

    It 'literal paths, by name and by alias' {
        (Get-MediaTokenCost -LiteralPath $brackets).Name | Should -Be 'a[1].gif'
        (Get-MediaTokenCost -LP $brackets).Name | Should -Be 'a[1].gif'
        (Get-MediaTokenCost -PSPath $brackets).Name | Should -Be 'a[1].gif'
    }

    It 'paths relative to the location of PowerShell, not of the process' {
        Push-Location $TestDrive
        try {
            (Get-MediaTokenCost b.jpg).Path | Should -Be (Join-Path $TestDrive 'b.jpg')
            (Get-MediaTokenCost -LiteralPath './a[1].gif').Name | Should -Be 'a[1].gif'
        } finally { Pop-Location }
    }

    It 'paths on a PowerShell drive' {
        (Get-MediaTokenCost 'TestDrive:\b.jpg').Width | Should -Be 2560
        (Get-MediaTokenCost -LiteralPath 'TestDrive:\b.jpg').Width | Should -Be 2560
    }

    It 'a wildcard that matches nothing, silently' {
        $result = Invoke-Collecting { Get-MediaTokenCost (Join-Path $TestDrive '*.nothing') }
        $result.Output.Count, $result.Errors.Count | Should -Be @(0, 0)
    }

    It 'folders with -Recurse, leaving out what is no image' {
        $result = Invoke-Collecting { Get-MediaTokenCost $TestDrive -Recurse }
        $result.Output.Name | Should -Be @('a[1].gif', 'b.jpg', 'icon.gif', 'icon.gif')
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'sizes by parameter, from Import-Csv and from any object' {
        (Get-MediaTokenCost -Width 1024 -Height 1024 -Detail High).Tokens | Should -Be 765
        $csv = Join-Path $TestDrive 'sizes.csv'
        "Width,Height`n2048,4096`n2560,1669" | Set-Content $csv
        (Import-Csv $csv | Get-MediaTokenCost -Detail High).Tokens | Should -Be @(1105, 1105)
        ([pscustomobject]@{ Width = 1.28e2; Height = [int16] 64 } | Get-MediaTokenCost).Tokens | Should -Be 255
    }

    It 'its own output, alive, exported or deserialized' {
        $costs = Get-MediaTokenCost (Join-Path $TestDrive '*.gif') -Model gpt-4o
        ($costs | Get-MediaTokenCost -Model gpt-4o-mini).Name | Should -Be @('a[1].gif', 'icon.gif')
        ($costs | ConvertTo-Csv | ConvertFrom-Csv | Get-MediaTokenCost).Name | Should -Be @('a[1].gif', 'icon.gif')
        (Get-MediaTokenCost -Width 3 -Height 4 | ConvertTo-Csv | ConvertFrom-Csv | Get-MediaTokenCost).Size | Should -Be '3x4'
    }

    It 'a file rather than the size beside it' {
        ([pscustomobject]@{ Width = 1; Height = 1; FullName = (Join-Path $TestDrive 'b.jpg') } | Get-MediaTokenCost).Width | Should -Be 2560
    }
}

Describe 'Get-MediaTokenCost streams' {
    It 'hands on each result before the next file comes' {
        $path = Join-Path $media 'icon.gif'
        $log = [Collections.Generic.List[string]]::new()
        1..2 | ForEach-Object { $log.Add("in $_"); $path } | Get-MediaTokenCost | ForEach-Object { $log.Add('out') }
        $log | Should -Be @('in 1', 'out', 'in 2', 'out')
    }

    It 'keeps a pipeline variable in step' {
        $pairs = Get-ChildItem (Join-Path $media '*.jpg'), (Join-Path $media '*.png') -PipelineVariable file | Get-MediaTokenCost | ForEach-Object { $_.Bytes - $file.Length }
        $pairs | Should -Be @(0, 0, 0, 0)
    }

    It 'stops the producer once enough has come' {
        $count = 0
        (1..100 | ForEach-Object { $script:count++; Join-Path $media 'icon.gif' } | Get-MediaTokenCost | Select-Object -First 2).Count | Should -Be 2
        $count | Should -BeLessOrEqual 2
    }

    It 'ends within half a second of Ctrl+C' {
        $shell = [powershell]::Create()
        [void] $shell.AddScript("Import-Module '$modulePath'; `$p = '$(Join-Path $media 'icon.gif')'; & { while (`$true) { `$p } } | Get-MediaTokenCost")
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        $limit = [DateTime]::UtcNow.AddSeconds(30)
        while ($output.Count -eq 0 -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
        $output.Count | Should -BeGreaterThan 0
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.ElapsedMilliseconds | Should -BeLessThan 500
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Dispose()
        $running.IsCompleted | Should -BeTrue
    }
}

Describe 'The objects of Get-MediaTokenCost' {
    BeforeAll { $costs = Get-MediaTokenCost (Join-Path $media '*.jpg'), (Join-Path $media '*.gif') -Model gpt-4o, gemini-3.8-flash }

    It 'compose with Measure-Object, Sort-Object and Group-Object' {
        ($costs | Measure-Object Tokens -Sum).Sum | Should -Be ([long] ($costs.Tokens | ForEach-Object { $_ } | Measure-Object -Sum).Sum)
        ($costs | Sort-Object Tokens -Descending)[0].Tokens | Should -Be ($costs.Tokens | Measure-Object -Maximum).Maximum
        ($costs | Group-Object Model).Name | Sort-Object | Should -Be @('gemini-3.8-flash', 'gpt-4o')
    }

    It 'cannot be changed' { { $costs[0].Tokens = 1 } | Should -Throw }

    It 'come back from PSSerializer with their values' {
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($costs[0]))
        $back.PSObject.TypeNames[0] | Should -Be 'Deserialized.MediaTokens.MediaTokenCost'
        foreach ($property in $costs[0].PSObject.Properties) { $back.($property.Name) | Should -Be $property.Value -Because $property.Name }
    }

    It 'come back from a job, look the same and go in again' {
        $back = Start-Job { param($module, $path) Import-Module $module; Get-MediaTokenCost $path -Detail High } -ArgumentList $modulePath, (Join-Path $media 'boardwalk.jpg') |
            Receive-Job -Wait -AutoRemoveJob
        $back.Tokens | Should -Be 1105
        ($back | Out-String -Width 120) | Should -Match '3x2 tiles: 85 \+ 6 x 170'
        ($back | Get-MediaTokenCost -Detail Low).Tokens | Should -Be 85
    }

    It 'turn into CSV and JSON' {
        ($costs | ConvertTo-Csv | ConvertFrom-Csv)[0].Explanation | Should -Be $costs[0].Explanation
        ($costs[0] | ConvertTo-Json | ConvertFrom-Json).Tokens | Should -Be $costs[0].Tokens
    }

    It 'fit a table of 120 columns, with the billed figure beside the count' {
        $lines = ($costs | Format-Table | Out-String -Width 120) -split '\r?\n'
        $lines[1] | Should -Match '^Name +Model +Setting +Size +Tokens Billed +Cost Working'
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
        ($lines -match '^boardwalk.*1120 +1107 +0\.\d{6} 1 image') | Should -HaveCount 1
    }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    . (Join-Path $PSScriptRoot 'VisionServer.ps1')
    $command = 'MediaTokens.Commands.UpdateMediaTokenCatalogCommand'
    $none = $env:MEDIATOKENS_HOME
    $files = (New-Item (Join-Path $TestDrive 'files') -ItemType Directory).FullName

    function New-File([string] $Name, [string] $Text) {
        $path = Join-Path $files $Name
        $Text | Set-Content $path
        $path
    }

    # A newer catalog with one model and one price.
    function Get-Catalog([string] $Date, [decimal] $Price) {
        @"
{ "schemaVersion": 2, "date": "$Date",
  "models": [ { "id": "house-model", "family": "openai-tile-85-170" } ],
  "prices": [ { "model": "house-model", "from": "2026-01-01", "input": $Price, "source": "Me", "date": "$Date", "confidence": "Documented" } ] }
"@
    }

    $first = New-File 'first.json' (Get-Catalog '2099-12-01' 1.1)
    $second = New-File 'second.json' (Get-Catalog '2099-12-02' 1.2)
    $server = Start-VisionServer $files
}

AfterAll {
    $env:MEDIATOKENS_HOME = $none
    Stop-VisionServer $server
}

Describe 'Update-MediaTokenCatalog' {
    BeforeEach {
        $env:MEDIATOKENS_HOME = Join-Path $TestDrive ([Guid]::NewGuid())
        $target = Join-Path $env:MEDIATOKENS_HOME 'catalog.json'
        $previous = Join-Path $env:MEDIATOKENS_HOME 'catalog.previous.json'
    }

    It 'takes a file, says what changes, and every command sees it' {
        $changes = Update-MediaTokenCatalog $first
        $changes.Name | Select-Object -Unique | Should -Be 'house-model'
        $changes | Where-Object Field -EQ input | ForEach-Object { $_.Kind, $_.Change, $_.Before, $_.After } | Should -Be @('Price', 'Added', $null, '1.1')
        (Get-MediaTokenCost -Width 1024 -Height 1024 -Model house-model).Cost | Should -Be 0.0008415
        (Get-MediaTokenModel house-model).InputPrice | Should -Be 1.1
        (TabExpansion2 'Get-MediaTokenCost x.jpg -Model house').CompletionMatches.CompletionText | Should -Be 'house-model'
        Test-Path $previous | Should -BeFalse
    }

    It 'leaves no trace with -WhatIf, and shows the same' {
        $changes = Update-MediaTokenCatalog $first -WhatIf
        $changes.Count | Should -BeGreaterThan 0
        Test-Path $env:MEDIATOKENS_HOME | Should -BeFalse
        { Get-MediaTokenModel house-model -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownModel,*'
        (Update-MediaTokenCatalog $first).Count | Should -Be $changes.Count
    }

    It 'keeps the previous file, and writes nothing where nothing changes' {
        Update-MediaTokenCatalog $first | Out-Null
        $text = Get-Content $target -Raw
        $written = (Get-Item $target).LastWriteTimeUtc
        Update-MediaTokenCatalog $first | Should -BeNullOrEmpty
        (Get-Item $target).LastWriteTimeUtc | Should -Be $written
        $change = Update-MediaTokenCatalog $second
        $change.Change, $change.Before, $change.After | Should -Be @('Changed', '1.1', '1.2')
        Get-Content $previous -Raw | Should -Be $text
        (Get-ChildItem $env:MEDIATOKENS_HOME -Force).Name | Sort-Object | Should -Be @('catalog.json', 'catalog.previous.json')
    }

    It 'refuses an older catalog without -Force' {
        Update-MediaTokenCatalog $second | Out-Null
        $result = Invoke-Collecting { Update-MediaTokenCatalog $first }
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be "InvalidCatalog,$command"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match '-Force'
        (Get-MediaTokenModel house-model).InputPrice | Should -Be 1.2
        Update-MediaTokenCatalog $first -Force | Out-Null
        (Get-MediaTokenModel house-model).InputPrice | Should -Be 1.1
    }

    It 'takes the prices of LiteLLM and genai-prices for models of the catalog' {
        $lite = New-File 'litellm.json' '{ "sample_spec": { "litellm_provider": "one of", "input_cost_per_token": 0 }, "gpt-4o": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 3e-06 }, "nobodys-model": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06 } }'
        $changes = Update-MediaTokenCatalog $lite
        $changes.Name | Select-Object -Unique | Should -Be 'gpt-4o'
        (Get-MediaTokenModel gpt-4o).InputPrice | Should -Be 3
        $genai = New-File 'genai.json' '[ { "id": "openai", "name": "OpenAI", "api_pattern": "x", "models": [ { "id": "gpt-4o", "match": { "equals": "gpt-4o" }, "prices": { "input_mtok": 3.5 } } ] } ]'
        Update-MediaTokenCatalog $genai | Out-Null
        (Get-MediaTokenModel gpt-4o).InputPrice | Should -Be 3.5
        (Get-MediaTokenModel gpt-4o).PriceSource | Should -Match 'genai-prices'
    }

    It 'leaves a bad row out with an error, and takes the others' {
        $bad = New-File 'bad.json' (Get-Catalog '2099-12-01' 1.1).Replace('"models": [', '"models": [ { "id": "broken", "famly": "openai-tile-85-170" },')
        $result = Invoke-Collecting { Update-MediaTokenCatalog $bad }
        $result.Output.Name | Select-Object -Unique | Should -Be 'house-model'
        $result.Errors.FullyQualifiedErrorId | Should -Be "InvalidCatalog,$command"
        $result.Errors[0].Exception.Message | Should -Match 'broken'
        (Get-MediaTokenModel house-model).InputPrice | Should -Be 1.1
    }

    It 'refuses what has no known shape, is no JSON, or is not there, and writes nothing: <Name>' -ForEach @(
        @{ Name = 'shape.json'; Text = '{ "hello": 1 }' }
        @{ Name = 'text.json'; Text = 'hello' }
        @{ Name = 'empty.json'; Text = '' }
        @{ Name = 'missing.json'; Text = $null }
    ) {
        $path = if ($null -eq $Text) { Join-Path $files $Name } else { New-File $Name $Text }
        $result = Invoke-Collecting { Update-MediaTokenCatalog $path }
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -HaveCount 1
        $result.Errors[0].FullyQualifiedErrorId | Should -Be "InvalidCatalog,$command"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Test-Path $env:MEDIATOKENS_HOME | Should -BeFalse
    }

    It 'takes paths with brackets, of the location and from Get-ChildItem' {
        $brackets = Join-Path $files 'a[1].json'
        [IO.File]::Copy($first, $brackets, $true)
        (Update-MediaTokenCatalog $brackets -WhatIf).Name | Should -Contain 'house-model'
        (Get-ChildItem $files -Filter 'first.json' | Update-MediaTokenCatalog -WhatIf).Name | Should -Contain 'house-model'
        Push-Location $files
        try { (Update-MediaTokenCatalog first.json -WhatIf).Name | Should -Contain 'house-model' } finally { Pop-Location }
    }

    It 'says where it cannot write, and nothing is half written' {
        $env:MEDIATOKENS_HOME = Join-Path $first 'below'
        $result = Invoke-Collecting { Update-MediaTokenCatalog $second }
        $result.Errors.FullyQualifiedErrorId | Should -Be "DestinationUnwritable,$command"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'WriteError'
    }

    It 'downloads from an address that is allowed, and refuses one that is not' {
        $address = "$($server.Address)files/first.json"
        $refused = Invoke-Collecting { Update-MediaTokenCatalog -Uri $address }
        $refused.Output | Should -BeNullOrEmpty
        $refused.Errors.FullyQualifiedErrorId | Should -BeIn @("InvalidUri,$command", "PrivateNetwork,$command")
        (Update-MediaTokenCatalog -Uri $address -AllowPrivateNetwork).Name | Should -Contain 'house-model'
        (Get-MediaTokenModel house-model).InputPrice | Should -Be 1.1
        $missing = Invoke-Collecting { Update-MediaTokenCatalog -Uri "$($server.Address)nothing/catalog.json" -AllowPrivateNetwork }
        $missing.Errors.FullyQualifiedErrorId | Should -Be "FileNotFound,$command"
    }

    It 'ends quietly on Ctrl+C while it downloads, and writes nothing' {
        $seen = $server.Seen.Count
        $shell = [powershell]::Create()
        [void] $shell.AddScript("Import-Module '$modulePath'; Update-MediaTokenCatalog -Uri '$($server.Address)hang/catalog.json' -AllowPrivateNetwork")
        $running = $shell.BeginInvoke()
        $limit = [DateTime]::UtcNow.AddSeconds(30)
        while ($server.Seen.Count -eq $seen -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
        $server.Seen.Count | Should -Be ($seen + 1)
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
        Test-Path $env:MEDIATOKENS_HOME | Should -BeFalse
    }

    It 'shows its table within 120 columns' {
        $lines = (Update-MediaTokenCatalog $first -WhatIf | Format-Table | Out-String -Width 120) -split '\r?\n'
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
        ($lines -match '^house-model +Added +input +1\.1 +Price +Vendor +2026-01-01') | Should -HaveCount 1
    }
}

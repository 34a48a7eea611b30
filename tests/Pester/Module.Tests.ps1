BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }

Describe 'The module' {
    It 'has a manifest that PowerShell accepts' {
        $manifest = Test-ModuleManifest (Get-Module MediaTokens).Path.Replace('MediaTokens.dll', 'MediaTokens.psd1')
        $manifest.ExportedCmdlets.Keys | Sort-Object | Should -Be @(
            'Compare-MediaTokenModel', 'Compare-MediaTokenUsage', 'Get-MediaTokenCost', 'Get-MediaTokenEngine', 'Get-MediaTokenModel',
            'Invoke-VisionRequest', 'New-VisionRequest', 'Optimize-ImageForVision', 'Test-MediaForVision', 'Update-MediaTokenCatalog')
    }

    It 'loads nothing but itself at import' {
        $before, $after = pwsh -NoProfile -NonInteractive -Command {
            param($module)
            $names = { [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name | Where-Object { $_ -notmatch '^(System|Microsoft)\.' } | Sort-Object -Unique }
            (& $names) -join ';'
            Import-Module $module
            (& $names) -join ';'
        } -args $modulePath
        $added = Compare-Object ($before -split ';') ($after -split ';') | Where-Object SideIndicator -EQ '=>'
        $added.InputObject | Sort-Object | Should -Be @('MediaTokens', 'MediaTokens.Core')
    }

    It 'has help with examples for <_>' -ForEach @(
        'Compare-MediaTokenModel', 'Compare-MediaTokenUsage', 'Get-MediaTokenCost', 'Get-MediaTokenEngine', 'Get-MediaTokenModel'
        'Invoke-VisionRequest', 'New-VisionRequest', 'Optimize-ImageForVision', 'Test-MediaForVision', 'Update-MediaTokenCatalog'
    ) {
        $help = Get-Help $_ -Full
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.examples.example.Count | Should -BeGreaterOrEqual 2
        foreach ($parameter in (Get-Command $_).Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters }) {
            ($help.parameters.parameter | Where-Object name -EQ $parameter.Name).description.Text | Should -Not -BeNullOrEmpty -Because $parameter.Name
        }
    }

    It 'has an about topic' { Get-Help about_MediaTokens | Out-String | Should -Match 'What images, videos and PDF documents cost on vision models' }

    It 'comes with the schema of the catalog' {
        $schema = Join-Path (Split-Path (Get-Module MediaTokens).Path) 'catalog.schema.json'
        (Get-Content $schema -Raw | ConvertFrom-Json -AsHashtable).Keys | Should -Contain 'properties'
    }

    It 'works and shows its tables in constrained language mode' {
        $output = pwsh -NoProfile -NonInteractive -Command {
            param($module)
            Import-Module $module
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Get-MediaTokenCost -Width 1024 -Height 1024 -Detail High | Out-String -Width 120
            New-VisionRequest https://example.com/lake.png -WarningAction Ignore | Out-String -Width 120
            Compare-MediaTokenModel -Width 1024 -Height 1024 -Model gpt-4o | Format-Table -View Spread | Out-String -Width 120
        } -args $modulePath
        $output -join "`n" | Should -Match '768x768 -> 2x2 tiles: 85 \+ 4 x 170'
        $output -join "`n" | Should -Match 'ChatCompletions +0 \{https://example.com/lake'
        $output -join "`n" | Should -Match 'Low +False +85 +1 '
    }
}

Describe 'Get-MediaTokenModel' {
    It 'lists the catalog with source and date' {
        $models = Get-MediaTokenModel
        $models.Count | Should -BeGreaterThan 30
        $models | ForEach-Object { $_.Source | Should -Not -BeNullOrEmpty; $_.Date | Should -Match '^\d{4}-\d{2}'; $_.Confidence | Should -Not -BeNullOrEmpty }
    }

    It 'takes names, wildcards, dated ids and the pipeline' {
        (Get-MediaTokenModel gpt-4o*).Name | Should -Be @('gpt-4o', 'gpt-4o-mini')
        ('gpt-4o-2024-11-20', 'o3' | Get-MediaTokenModel).Name | Should -Be @('gpt-4o', 'o3')
        (Get-MediaTokenCost -Width 1 -Height 1 -Model o3 | Select-Object Model | Get-MediaTokenModel).Name | Should -Be 'o3'
    }

    It 'shows the recommended settings' {
        $model = Get-MediaTokenModel gemini-3.8-flash
        $model.RecommendedForImage, $model.RecommendedForVideo, $model.RecommendedForPdf | Should -Be @('High', 'Low', 'Medium')
        $model.Recommended | Should -Be 'Image High, Video Low, Pdf Medium'
        $model.PartMediaResolutions | Should -Contain 'UltraHigh'
        (Get-MediaTokenModel gpt-4o).Recommended | Should -BeNullOrEmpty
    }

    It 'shows the formats and limits of each medium in full' {
        $model = Get-MediaTokenModel gemini-3.8-flash
        $model.MediaTypes | Should -Be @('Image', 'Video', 'Pdf')
        $model.MimeTypes[$model.Formats.IndexOf('Mov')] | Should -Be 'video/quicktime'
        $model.MaximumVideoBytes, $model.MaximumPdfBytes, $model.MaximumPdfPages, $model.ContextWindow | Should -Be @(2GB, 50MB, 1000, 1048576)
    }

    It 'says what the billed figure rests on' {
        $model = Get-MediaTokenModel gemini-3.8-flash
        $model.BilledMethod, $model.BilledIsConfirmed, $model.BilledDate | Should -Be @('Grid', $true, '2026-08')
        $model.BilledSource, $model.BilledEvidence | ForEach-Object { $_ | Should -Not -BeNullOrEmpty }
        (Get-MediaTokenModel gpt-4o).BilledMethod | Should -BeNullOrEmpty
    }

    It 'gives an error for an unknown name, and goes on' {
        $result = Invoke-Collecting { 'nope', 'o3' | Get-MediaTokenModel }
        $result.Output.Name | Should -Be 'o3'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'UnknownModel,MediaTokens.Commands.GetMediaTokenModelCommand'
    }

    It 'shows prices, their history and that of the rule, as of a day' {
        $catalog = Join-Path $TestDrive 'history.json'
        @'
{ "schemaVersion": 2, "date": "2026-11-21",
  "models": [ { "id": "moved", "family": "openai-tile-2833-5667", "from": "2026-06-01", "source": "New page", "date": "2026-06-01",
                "history": [ { "family": "openai-tile-85-170", "from": "2026-01-15", "source": "Old page", "date": "2026-01-15" } ] } ],
  "prices": [ { "model": "moved", "from": "2026-01-15", "until": "2026-12-31", "input": 1, "cached": 0.5, "tiers": [ { "above": 1000, "input": 2 } ], "source": "Me", "date": "2026-01", "confidence": "Documented" },
              { "model": "moved", "from": "2027-01-01", "input": 3, "source": "Me", "date": "2026-01", "confidence": "Documented" } ] }
'@ | Set-Content $catalog
        $now = Get-MediaTokenModel moved -CatalogPath $catalog -AsOf 2026-11-21
        $now.InputPrice, $now.CachedPrice, $now.BatchPrice, $now.AsOf | Should -Be @(1, 0.5, $null, '2026-11-21')
        $now.PriceTiers | Should -Match 'above 1000 tokens: input 2'
        $now.PriceHistory | Should -HaveCount 2
        $now.History | Should -HaveCount 2
        $now.History[0] | Should -Match '^2026-01-15 to 2026-05-31: 85 \+ 170 .*Old page'
        $now.Family, $now.Source, $now.IsOlderThanYear | Should -Be @('openai-tile-2833-5667', 'New page', $false)
        (Get-MediaTokenModel moved -CatalogPath $catalog -AsOf 2026-03-01).Family | Should -Be 'openai-tile-85-170'
        (Get-MediaTokenModel moved -CatalogPath $catalog -AsOf 2027-06-02).IsOlderThanYear | Should -BeTrue
        (Get-MediaTokenModel moved -CatalogPath $catalog -AsOf 2027-01-01).InputPrice | Should -Be 3
        $result = Invoke-Collecting { Get-MediaTokenModel moved, gpt-4o -CatalogPath $catalog -AsOf 2026-01-01 }
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NotYetPublished,MediaTokens.Commands.GetMediaTokenModelCommand'
        $result.Output.Name | Should -Be 'gpt-4o'
    }

    It 'shows the price in its table, and which rows are older than a year' {
        $lines = (Get-MediaTokenModel gpt-4o, gpt-4-turbo | Format-Table | Out-String -Width 120) -split '\r?\n'
        $lines[1] | Should -Match '^Name +Vendor +Date +>1 year \$/1M in +Cached +Batch Constants'
        Get-MediaTokenModel | Where-Object IsOlderThanYear | ForEach-Object { $_.Date | Should -BeLessThan (Get-Date).AddMonths(-11).ToString('yyyy-MM-dd') }
    }

    It 'says what of a model is not counted' {
        (Get-MediaTokenModel gpt-5.4).Uncounted | Should -Match '^Pdf: '
    }

    It 'fits a table of 120 columns' {
        (Get-MediaTokenModel | Out-String -Width 120) -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
    }
}

Describe 'Tab completion' {
    It 'offers the models of the catalog' {
        (TabExpansion2 'Get-MediaTokenCost x.jpg -Model gpt-4.1').CompletionMatches.CompletionText | Should -Be @('gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano')
        (TabExpansion2 'Get-MediaTokenModel gemini-2').CompletionMatches.CompletionText | Should -Contain 'gemini-2.5-pro'
        (TabExpansion2 'Compare-MediaTokenModel x.jpg -Model o4').CompletionMatches.CompletionText | Should -Be 'o4-mini'
        (TabExpansion2 'Optimize-ImageForVision x.jpg -Model house -BaseModel o4').CompletionMatches.CompletionText | Should -Be 'o4-mini'
    }

    It 'offers the models of a catalog of the user''s own' {
        $catalog = Join-Path $TestDrive 'catalog.json'
        '{ "schemaVersion": 1, "date": "2026-11-21", "models": [ { "id": "my-deployment", "family": "openai-tile-85-170" } ] }' | Set-Content $catalog
        (TabExpansion2 "Get-MediaTokenCost x.jpg -CatalogPath '$catalog' -Model my").CompletionMatches.CompletionText | Should -Be 'my-deployment'
        Push-Location $TestDrive
        try {
            (TabExpansion2 'Get-MediaTokenCost x.jpg -CatalogPath catalog.json -Model my').CompletionMatches.CompletionText | Should -Be 'my-deployment'
        } finally { Pop-Location }
    }

    It 'falls back to the catalog that ships when the user''s is bad' {
        (TabExpansion2 'Get-MediaTokenCost x.jpg -CatalogPath nodrive:none.json -Model o4').CompletionMatches.CompletionText | Should -Be 'o4-mini'
    }

    It 'offers the values of <Parameter>' -ForEach @(
        @{ Parameter = 'Detail'; Values = 'Auto', 'High', 'Low', 'Original' }
        @{ Parameter = 'MediaResolution'; Values = 'High', 'Low', 'Medium', 'Unspecified' }
        @{ Parameter = 'PartMediaResolution'; Values = 'High', 'Low', 'Medium', 'UltraHigh', 'Unspecified' }
        @{ Parameter = 'Basis'; Values = 'Billed', 'Documented' }
        @{ Parameter = 'PdfContent'; Values = 'Auto', 'Native', 'Scanned' }
        @{ Parameter = 'Price'; Values = 'Batch', 'Cached', 'Standard' }
        @{ Parameter = 'InputFidelity'; Values = 'High', 'Low' }
    ) {
        (TabExpansion2 "Get-MediaTokenCost x.jpg -$Parameter ").CompletionMatches.CompletionText | Sort-Object | Should -Be $Values
    }
}

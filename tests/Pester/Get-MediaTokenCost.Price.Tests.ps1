BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $command = 'MediaTokens.Commands.GetMediaTokenCostCommand'
    $catalog = Join-Path $TestDrive 'catalog.json'
    @'
{
  "schemaVersion": 2, "date": "2026-11-21",
  "models": [
    { "id": "tiles", "family": "openai-tile-85-170", "from": "2026-03-01" },
    { "id": "unpriced", "family": "openai-tile-85-170" },
    { "id": "moved", "family": "openai-tile-2833-5667", "from": "2026-06-01", "history": [ { "family": "openai-tile-85-170", "from": "2026-01-15" } ] }
  ],
  "prices": [
    { "model": "tiles", "from": "2026-03-01", "until": "2026-12-31", "input": 2, "cached": 0.5, "tiers": [ { "above": 1000, "input": 4, "cached": 1 } ],
      "source": "Me", "date": "2026-03-01", "confidence": "Documented" },
    { "model": "tiles", "from": "2027-01-01", "input": 8, "source": "Me", "date": "2026-03-01", "confidence": "Documented" },
    { "model": "tiles", "platform": "Azure", "from": "2026-03-01", "input": 3, "source": "Me", "date": "2026-03-01", "confidence": "Documented" }
  ]
}
'@ | Set-Content $catalog
    $size = @{ Width = 1024; Height = 1024; CatalogPath = $catalog }
    $day = @{ AsOf = '2026-11-21' }
}

Describe 'What media cost in money' {
    It 'is tokens by the price of a million, exactly' {
        $cost = Get-MediaTokenCost @size @day -Model tiles
        $cost.Tokens, $cost.Cost, $cost.PricePerMillion, $cost.Currency, $cost.Price | Should -Be @(765, 0.00153, 2, 'USD', 'Standard')
        $cost.Cost | Should -BeOfType ([decimal])
        $cost.PriceSource | Should -Be 'Me, 2026-03-01 (Documented)'
    }

    It 'is empty with a reason where no price is known' {
        $costs = Get-MediaTokenCost @size @day -Model tiles, unpriced
        $costs.Cost | Should -Be @(0.00153, $null)
        $costs[1].CostNote | Should -Be 'No price of unpriced is known.'
        (Get-MediaTokenCost @size @day -Model tiles -Price Batch).CostNote | Should -Be 'No batch price of tiles is known.'
    }

    It 'follows the kind of price, the size of the prompt and the day' {
        (Get-MediaTokenCost @size @day -Model tiles -Price Cached).Cost | Should -Be 0.0003825
        (Get-MediaTokenCost @size @day -Model tiles -PromptTokens 1000).PricePerMillion | Should -Be 2
        (Get-MediaTokenCost @size @day -Model tiles -PromptTokens 1001).PricePerMillion | Should -Be 4
        (Get-MediaTokenCost @size -Model tiles -AsOf 2026-12-31).PricePerMillion | Should -Be 2
        (Get-MediaTokenCost @size -Model tiles -AsOf 2027-01-01).PricePerMillion | Should -Be 8
        (Get-MediaTokenCost @size -Model tiles -AsOf ([DateTime] '2027-01-01T23:59:59')).AsOf | Should -Be '2027-01-01'
    }

    It 'is in the currency whose rate is given' {
        $cost = Get-MediaTokenCost @size @day -Model tiles -Currency eur -ExchangeRate 0.5
        $cost.Cost, $cost.PricePerMillion, $cost.Currency | Should -Be @(0.000765, 1, 'EUR')
    }

    It 'adds up to a bill, and groups by model' {
        $files = Get-ChildItem (Join-Path $media '*.jpg')
        $costs = $files | Get-MediaTokenCost @day -Model tiles, moved -CatalogPath $catalog -Detail High
        ($costs | Measure-Object Cost -Sum).Sum | Should -Be ((1105 * 4 + 765 * 2) / 1000000)
        $costs | Group-Object Model | ForEach-Object Count | Should -Be @(2, 2)
    }

    It 'survives CSV, JSON, a job and the serializer' {
        $cost = Get-MediaTokenCost @size @day -Model tiles
        ($cost | ConvertTo-Csv | ConvertFrom-Csv).Cost | Should -Be '0.00153'
        ($cost | ConvertTo-Json | ConvertFrom-Json).Cost | Should -Be 0.00153
        $back = Start-Job { param($module, $size) Import-Module $module; Get-MediaTokenCost @size -Model tiles -AsOf 2026-11-21 } -ArgumentList $modulePath, $size |
            Receive-Job -Wait -AutoRemoveJob
        $back.Cost | Should -Be 0.00153
        ($back | Out-String -Width 120) | Should -Match '765 +0\.001530 '
        [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($cost)).Cost | Should -BeOfType ([decimal])
    }

    It 'is shown with six digits in the table, whatever the language' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'en-US'
            (Get-MediaTokenCost @size @day -Model tiles, unpriced | Format-Table | Out-String -Width 120) | Should -Match '1024x1024 +765 +0\.001530 768x768'
        } finally { [cultureinfo]::CurrentCulture = $before }
        (Get-MediaTokenCost @size @day -Model tiles | Format-Table | Out-String -Width 80) | Should -Match '765 +0.001530'
    }
}

Describe 'A currency' {
    It 'without a rate, a rate without a currency, and a rate that is none end the command' {
        { Get-MediaTokenCost @size -Model tiles -Currency EUR } | Should -Throw -ErrorId "ExchangeRateMissing,$command"
        { Get-MediaTokenCost @size -Model tiles -ExchangeRate 0.86 } | Should -Throw -ErrorId "ExchangeRateMissing,$command"
        { Get-MediaTokenCost @size -Model tiles -Currency EUR -ExchangeRate 0 } | Should -Throw -ErrorId "ParameterArgumentValidationError,$command"
        { Get-MediaTokenCost @size -Model tiles -Currency EURO -ExchangeRate 1 } | Should -Throw -ErrorId "ParameterArgumentValidationError,$command"
    }
}

Describe 'A day' {
    It 'before anything of the model was published is NotYetPublished, and the others come through' {
        $result = Invoke-Collecting { Get-MediaTokenCost @size -Model moved, tiles -AsOf 2026-02-01 }
        $result.Output.Model | Should -Be 'moved'
        $result.Errors.FullyQualifiedErrorId | Should -Be "NotYetPublished,$command"
        $result.Errors[0].TargetObject, $result.Errors[0].CategoryInfo.Category | Should -Be @('tiles', 'ObjectNotFound')
        $result.Errors[0].Exception.Message | Should -Match 'by 2026-02-01: the first are of 2026-03-01'
        { Get-MediaTokenCost @size -Model tiles -AsOf 2026-02-01 } | Should -Throw -ErrorId "NotYetPublished,$command"
        { Get-MediaTokenCost @size -Model tiles* -AsOf 2001-01-01 } | Should -Throw -ErrorId "NotYetPublished,$command"
    }

    It 'takes the rule of that time' {
        (Get-MediaTokenCost @size -Model moved -AsOf 2026-05-31 -Detail Low).Tokens | Should -Be 85
        (Get-MediaTokenCost @size -Model moved -AsOf 2026-06-01 -Detail Low).Tokens | Should -Be 2833
    }
}

Describe 'Models of a pattern' {
    It 'are left out silently where they do not take the medium or the setting, and named ones are not' {
        $result = Invoke-Collecting { Get-MediaTokenCost (Join-Path $media 'inbox' 'phone.mov') -Model * }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output.Count | Should -BeGreaterThan 3
        $result.Output.MediaType | Select-Object -Unique | Should -Be 'Video'
        $low = Invoke-Collecting { Get-MediaTokenCost @size -Model * -Detail Low }
        $low.Errors | Should -BeNullOrEmpty
        $low.Output | Where-Object Detail | ForEach-Object Detail | Select-Object -Unique | Should -Be 'Low'
        (Invoke-Collecting { Get-MediaTokenCost @size -Model gemini-2.5-pro, tiles -Detail Original }).Errors | Should -HaveCount 2
    }

    It 'come out with a price or a reason, and with a source each' {
        $costs = Get-MediaTokenCost (Join-Path $media 'boardwalk.jpg') -Model *
        $costs.Count | Should -BeGreaterThan 60
        $costs | ForEach-Object {
            $_.Source | Should -Not -BeNullOrEmpty
            if ($null -eq $_.Cost) { $_.CostNote | Should -Not -BeNullOrEmpty } else { $_.PriceSource | Should -Not -BeNullOrEmpty }
        }
        ($costs | Format-Table | Out-String -Width 120) -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
    }
}

Describe 'A model that is shut down' {
    BeforeAll {
        $ended = Join-Path $TestDrive 'ended.json'
        '{ "schemaVersion": 2, "date": "2026-11-21", "models": [ { "id": "old-tiles", "family": "openai-tile-85-170", "shutdown": { "date": "2026-06-01", "source": "Them" } }, { "id": "old-and-new", "family": "openai-tile-85-170" } ] }' | Set-Content $ended
        $old = @{ Width = 1024; Height = 1024; CatalogPath = $ended; WarningAction = 'SilentlyContinue'; WarningVariable = 'warnings' }
    }

    It 'is counted where it is named, with one warning, and is left out of wildcards' {
        (1..2 | ForEach-Object { [pscustomobject]@{ Width = 9; Height = 9 } } | Get-MediaTokenCost -CatalogPath $ended -Model old-tiles -AsOf 2026-06-01 -WarningAction SilentlyContinue -WarningVariable warnings).Tokens | Should -Be @(255, 255)
        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match 'old-tiles was shut down by OpenAI on 2026-06-01'
        (Get-MediaTokenCost @old -Model old-* -AsOf 2026-06-01).Model | Should -Be 'old-and-new'
        $warnings | Should -BeNullOrEmpty
    }

    It 'is there on the days before, and in Get-MediaTokenModel always' {
        (Get-MediaTokenCost @old -Model old-* -AsOf 2026-05-31).Model | Should -Be @('old-tiles', 'old-and-new')
        $models = Get-MediaTokenModel old-* -CatalogPath $ended -AsOf 2026-06-01
        $models.IsShutDown | Should -Be @($true, $false)
        $models[0].Shutdown, $models[0].ShutdownSource | Should -Be @('2026-06-01', 'Them')
    }
}

Describe 'Names of platforms and deployments' {
    It 'tell the platform, whose own price holds where it is known' {
        $costs = Get-MediaTokenCost @size @day -Model azure/tiles, openrouter/openai/tiles
        $costs.Platform | Should -Be @('Azure', 'OpenRouter')
        $costs.PricePerMillion | Should -Be @(3, 2)
        $costs[1].CostNote | Should -Match "vendor's own; that of OpenRouter may be another"
        (Get-MediaTokenCost -Width 100 -Height 100 -Model us.anthropic.claude-sonnet-4-5-20250929-v1:0).Platform | Should -Be 'Bedrock'
    }

    It 'of a deployment say nothing: -BaseModel does, alone too' {
        $cost = Get-MediaTokenCost @size @day -Model house -BaseModel tiles
        $cost.Model, $cost.BaseModel, $cost.Platform, $cost.PricePerMillion | Should -Be @('house', 'tiles', 'Azure', 3)
        (Get-MediaTokenCost @size @day -BaseModel tiles).Model | Should -Be 'tiles'
        { Get-MediaTokenCost @size -Model house -BaseModel none } | Should -Throw -ErrorId "UnknownModel,$command"
    }

    It 'travel along with a cost into the next command' {
        $target = Join-Path $TestDrive 'upload'
        $cost = Get-MediaTokenCost (Join-Path $media 'boardwalk.jpg') -Model house -BaseModel gpt-4o -Detail High
        ($cost | Test-MediaForVision).Model | Should -Be 'house'
        $request = $cost | New-VisionRequest -Prompt 'Hi'
        $request.Model, $request.EstimatedTokens | Should -Be @('house', 1105)
        ($cost | ConvertTo-Csv | ConvertFrom-Csv | New-VisionRequest -Prompt 'Hi').EstimatedTokens | Should -Be 1105
        # Exported and read back, a model without a deployment has an empty text there.
        (Get-MediaTokenCost $cost.Path -Model claude-opus-5 | ConvertTo-Csv | ConvertFrom-Csv | Test-MediaForVision).Model | Should -Be 'claude-opus-5'
        if (Get-MediaTokenEngine | Where-Object IsAvailable) {
            ($cost | Optimize-ImageForVision -Destination $target).Tokens | Should -Be 1105
        }
    }
}

Describe '-PriceCatalog' {
    It 'holds in place of the catalog''s prices, in the shape of LiteLLM too, and touches nothing else' {
        $file = Join-Path $TestDrive 'litellm.json'
        '{ "tiles": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-05 } }' | Set-Content $file
        $cost = Get-MediaTokenCost @size @day -Model tiles -PriceCatalog $file
        $cost.Cost, $cost.PricePerMillion | Should -Be @(0.00765, 10)
        $cost.PriceSource | Should -Match '^LiteLLM, model_prices_and_context_window.json, tiles'
        (Get-MediaTokenCost @size @day -Model tiles).PricePerMillion | Should -Be 2
    }

    It 'with a bad price gives an error for it, and the others hold' {
        $file = Join-Path $TestDrive 'bad-price.json'
        '{ "unpriced": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": "free" }, "tiles": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-05 } }' | Set-Content $file
        $result = Invoke-Collecting { Get-MediaTokenCost @size @day -Model tiles, unpriced -PriceCatalog $file }
        $result.Output.PricePerMillion | Should -Be @(10, $null)
        $result.Errors.FullyQualifiedErrorId | Should -Be "InvalidCatalog,$command"
        $result.Errors[0].Exception.Message | Should -Match 'unpriced'
    }

    It 'of no known shape ends the command' {
        $file = Join-Path $TestDrive 'shape.json'
        '{ "hello": 1 }' | Set-Content $file
        { Get-MediaTokenCost @size -Model tiles -PriceCatalog $file } | Should -Throw -ErrorId "InvalidCatalog,$command"
        { Get-MediaTokenCost @size -Model tiles -PriceCatalog (Join-Path $TestDrive 'none.json') } | Should -Throw -ErrorId "InvalidCatalog,$command"
    }
}

Describe 'What nobody published' {
    It 'is RuleNotPublished and says what is unknown, and the other files come through' {
        $inbox = Join-Path $media 'inbox'
        $result = Invoke-Collecting { Get-MediaTokenCost (Join-Path $inbox 'report.pdf'), (Join-Path $inbox 'photo.jpg') -Model gpt-5.4 }
        $result.Output.Name | Should -Be 'photo.jpg'
        $result.Errors.FullyQualifiedErrorId | Should -Be "RuleNotPublished,$command"
        $result.Errors[0].TargetObject, $result.Errors[0].CategoryInfo.Category | Should -Be @((Join-Path $inbox 'report.pdf'), 'NotImplemented')
        $result.Errors[0].Exception.Message | Should -Match 'gpt-5.4 counts PDF documents is not published: .+'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'Many images in a request' {
    It 'are held to the smaller side, and the error names the size that would pass' {
        $result = Invoke-Collecting { Get-MediaTokenCost -Width 2560 -Height 1669 -Model claude-opus-5 -ImagesPerRequest 21 }
        $result.Errors.FullyQualifiedErrorId | Should -Be "LimitExceeded,$command"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match '2000x1303'
        (Get-MediaTokenCost -Width 2560 -Height 1669 -Model claude-opus-5 -ImagesPerRequest 20).Tokens | Should -Be 4760
    }
}

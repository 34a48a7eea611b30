BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $command = 'MediaTokens.Commands.CompareMediaTokenModelCommand'
    $catalog = Join-Path $TestDrive 'catalog.json'
    @'
{
  "schemaVersion": 2, "date": "2026-11-21",
  "models": [
    { "id": "cheap-tiles", "family": "openai-tile-85-170" },
    { "id": "dear-tiles", "family": "openai-tile-85-170" },
    { "id": "levels", "family": "gemini-3" }
  ],
  "prices": [
    { "model": "cheap-tiles", "input": 1, "cached": 0.1, "source": "Me", "date": "2026-10", "confidence": "Documented" },
    { "model": "dear-tiles", "input": 10, "source": "Me", "date": "2026-10", "confidence": "Documented" },
    { "model": "levels", "input": 2, "source": "Me", "date": "2026-10", "confidence": "Documented" }
  ]
}
'@ | Set-Content $catalog
    $own = @{ CatalogPath = $catalog }
    $inbox = Join-Path $media 'inbox'
    $photos = Get-ChildItem (Join-Path $media '*.jpg')
}

Describe 'Compare-MediaTokenModel' {
    It 'gives one row for each model and setting of the files piped in, cheapest first' {
        $rows = $photos | Compare-MediaTokenModel @own -Model dear-tiles, cheap-tiles
        $rows.Model | Should -Be @('cheap-tiles', 'dear-tiles', 'cheap-tiles', 'dear-tiles')
        $rows.Setting | Should -Be @('Low', 'Low', 'High', 'High')
        $rows.Tokens | Should -Be @(170, 170, 1870, 1870)
        $rows.Cost | Should -Be @(0.00017, 0.0017, 0.00187, 0.0187)
        # An array has a Rank of its own.
        $rows | ForEach-Object Rank | Should -Be @(1, 2, 3, 4)
        $rows.TimesCheapest | Should -Be @(1, 10, 11, 110)
        $rows.Items | Select-Object -Unique | Should -Be 2
        $rows[0].PSObject.TypeNames[0] | Should -Be 'MediaTokens.MediaTokenComparison'
    }

    It 'agrees with the sums of Get-MediaTokenCost' {
        $high = $photos | Compare-MediaTokenModel @own -Model cheap-tiles | Where-Object Setting -EQ High
        $costs = $photos | Get-MediaTokenCost @own -Model cheap-tiles -Detail High
        $high.Tokens, $high.Cost | Should -Be @(($costs | Measure-Object Tokens -Sum).Sum, ($costs | Measure-Object Cost -Sum).Sum)
        $high.LeastPerItem, $high.MostPerItem | Should -Be @(765, 1105)
    }

    It 'takes paths, wildcards, brackets, folders with -Recurse, sizes and CSV' {
        $folder = New-Item (Join-Path $TestDrive 'in' 'below') -ItemType Directory
        [IO.File]::Copy((Join-Path $media 'icon.gif'), (Join-Path $folder 'a[1].gif'))
        [IO.File]::Copy((Join-Path $media 'icon.gif'), (Join-Path $folder 'b.gif'))
        $one = @{ Model = 'cheap-tiles' }
        (Compare-MediaTokenModel (Join-Path $folder '*.gif') @own @one)[0].Items | Should -Be 2
        (Compare-MediaTokenModel -LiteralPath (Join-Path $folder 'a[1].gif') @own @one)[0].Items | Should -Be 1
        (Compare-MediaTokenModel (Join-Path $TestDrive 'in') -Recurse @own @one)[0].Items | Should -Be 2
        (Compare-MediaTokenModel -Width 1024 -Height 1024 @own @one).Tokens | Should -Be @(85, 765)
        ('Width,Height', '1024,1024', '512,512' | ConvertFrom-Csv | Compare-MediaTokenModel @own @one)[1].Tokens | Should -Be (765 + 255)
    }

    It 'compares every model where none is named' {
        $rows = $photos | Compare-MediaTokenModel
        ($rows.Model | Select-Object -Unique).Count | Should -BeGreaterThan 40
        $rows | ForEach-Object Rank | Should -Be (1..$rows.Count)
        $rows.Vendor | Select-Object -Unique | Should -Contain 'Anthropic'
    }

    It 'gives nothing where nothing comes in' {
        $result = Invoke-Collecting { @() | Compare-MediaTokenModel }
        $result.Output.Count, $result.Errors.Count | Should -Be @(0, 0)
    }

    It 'goes on behind a broken file, which is an error of its own' {
        $result = Invoke-Collecting {
            (Join-Path $media 'icon.gif'), (Join-Path $media 'bad' 'text.jpg'), 'nope.jpg', (Join-Path $media 'boardwalk.jpg') | Compare-MediaTokenModel @own -Model cheap-tiles
        }
        $result.Output.Items | Should -Be @(2, 2)
        $result.Output.Uncounted | Should -Be @(0, 0)
        $result.Errors.FullyQualifiedErrorId | Should -Be @("UnknownFormat,$command", "FileNotFound,$command")
        $result.Errors[0].TargetObject | Should -Be (Join-Path $media 'bad' 'text.jpg')
    }

    It 'puts what leaves files out behind what counts all, and says why' {
        $result = Invoke-Collecting { Get-ChildItem $inbox | Compare-MediaTokenModel @own -Model cheap-tiles, levels }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].Model, $result.Output[0].Uncounted | Should -Be @('levels', 0)
        $partial = $result.Output | Where-Object Model -EQ cheap-tiles
        $partial.Items | Should -Be @(1, 1)
        $partial.Uncounted | Should -Be @(4, 4)
        $partial[0].Reason | Should -Match '^phone.mov: cheap-tiles does not take videos'
        $partial[0].TimesCheapest | Should -BeNullOrEmpty
    }

    It 'takes the price, the currency and the day that are asked for' {
        $rows = Compare-MediaTokenModel -Width 1024 -Height 1024 @own -Model cheap-tiles, dear-tiles -Price Cached -Currency EUR -ExchangeRate 2
        $rows[0].Cost, $rows[0].Currency, $rows[0].Price | Should -Be @(0.000017, 'EUR', 'Cached')
        $rows[-1].Cost, $rows[-1].CostNote | Should -Be @($null, 'No cached price of dear-tiles is known.')
        { Compare-MediaTokenModel -Width 1 -Height 1 -Currency EUR } | Should -Throw -ErrorId "ExchangeRateMissing,$command"
        { Compare-MediaTokenModel -Width 1 -Height 1 -AsOf 2001-01-01 -Model gpt-5.4 } | Should -Throw -ErrorId "NotYetPublished,$command"
    }

    It 'shows its tables within 120 columns, and the spread of each model' {
        $rows = $photos | Compare-MediaTokenModel @own -Model cheap-tiles, levels
        $lines = ($rows | Format-Table | Out-String -Width 120) -split '\r?\n'
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
        ($lines -match '^ +\d cheap-tiles +High +1870 +0\.001870 +11') | Should -HaveCount 1
        $spread = ($rows | Sort-Object Model, Tokens | Format-Table -View Spread | Out-String -Width 120) -split '\r?\n'
        $spread -match 'Model: ' | Should -Be @('   Model: cheap-tiles', '   Model: levels')
        ($spread -match '^High +True +1870 +11 +765 +935 +1105') | Should -HaveCount 1
    }

    It 'survives a job, CSV and the serializer' {
        $back = Start-Job { param($module, $own) Import-Module $module; Compare-MediaTokenModel -Width 1024 -Height 1024 @own -Model cheap-tiles } -ArgumentList $modulePath, $own |
            Receive-Job -Wait -AutoRemoveJob
        $back.Tokens | Should -Be @(85, 765)
        ($back | Out-String -Width 120) | Should -Match 'cheap-tiles +Low +85 +0\.000085'
        ($back | ConvertTo-Csv | ConvertFrom-Csv)[1].Cost | Should -Be '0.000765'
    }

    It 'ends quietly on Ctrl+C' {
        $shell = [powershell]::Create()
        $started = Join-Path $TestDrive 'started'
        [void] $shell.AddScript("Import-Module '$modulePath'; `$p = '$(Join-Path $media 'icon.gif')'; & { while (`$true) { `$p; if (-not (Test-Path '$started')) { New-Item '$started' } } } | Where-Object { `$_ -is [string] } | Compare-MediaTokenModel")
        $running = $shell.BeginInvoke()
        $limit = [DateTime]::UtcNow.AddSeconds(30)
        while (-not (Test-Path $started) -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
        Test-Path $started | Should -BeTrue
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
    }
}

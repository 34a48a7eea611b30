BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $size = @{ Width = 1000; Height = 1000; Model = 'gemini-3.8-flash' }
    function Invoke-InCulture([string] $Name, [scriptblock] $Script) {
        $before = [cultureinfo]::CurrentCulture
        try { [cultureinfo]::CurrentCulture = $Name; & $Script } finally { [cultureinfo]::CurrentCulture = $before }
    }
}

Describe 'A day' {
    It 'is the same in every calendar: <_>' -ForEach 'en-US', 'de-DE', 'th-TH', 'ar-SA', 'fa-IR' {
        Invoke-InCulture $_ { (Get-MediaTokenCost @size -AsOf 2027-01-01).AsOf } | Should -Be '2027-01-01'
        Invoke-InCulture $_ { (Get-MediaTokenModel gemini-3.8-flash -AsOf 2027-01-01).AsOf } | Should -Be '2027-01-01'
    }

    It 'is that which is written, whatever its form: <_>' -ForEach '2027-01-01', '2027-01', '2027-1-1', '2027-01-01T00:00:00+14:00', '2027-01-01T23:59:59Z' {
        (Get-MediaTokenCost @size -AsOf $_).AsOf | Should -Be '2027-01-01'
    }

    It 'may be an object' {
        (Get-MediaTokenCost @size -AsOf ([DateOnly]::new(2027, 1, 1))).AsOf | Should -Be '2027-01-01'
        (Get-MediaTokenCost @size -AsOf ([DateTimeOffset]::new(2027, 1, 1, 0, 0, 0, [timespan]::FromHours(14)))).AsOf | Should -Be '2027-01-01'
        (Get-MediaTokenCost @size -AsOf ([datetime]::new(2027, 1, 1))).AsOf | Should -Be '2027-01-01'
    }

    It 'is refused where it could be another: <_>' -ForEach '01/02/2027', 'yesterday', '2027-02-30', '2027-01-01Tx', '' {
        { Get-MediaTokenCost @size -AsOf $_ } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,MediaTokens.Commands.GetMediaTokenCostCommand'
    }
}

Describe 'A rate' {
    It 'is read alike in every culture: <_>' -ForEach 'en-US', 'de-DE', 'fa-IR' {
        Invoke-InCulture $_ { (Get-MediaTokenCost @size -AsOf 2026-12-31 -Currency EUR -ExchangeRate '0.5').Cost } | Should -Be 0.00042
        Invoke-InCulture $_ { (Get-MediaTokenCost @size -AsOf 2026-12-31 -Currency EUR -ExchangeRate 0.5).Cost } | Should -Be 0.00042
    }

    It 'is refused where its comma would be passed over: <_>' -ForEach '0,86', '1,000', 'abc', '' {
        { Get-MediaTokenCost @size -Currency EUR -ExchangeRate $_ } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,MediaTokens.Commands.GetMediaTokenCostCommand'
    }

    It 'is refused where it cannot be: <_>' -ForEach '0', '-1', '1000001', 0, -1, 1000001 {
        { Get-MediaTokenCost @size -Currency EUR -ExchangeRate $_ } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError,MediaTokens.Commands.GetMediaTokenCostCommand'
    }
}

Describe 'A currency' {
    It 'is three letters and nothing behind them' {
        { Get-MediaTokenCost @size -Currency "EUR`n" -ExchangeRate 0.5 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe 'A name that is no pattern' {
    It 'is the name of no model: <_>' -ForEach '[', 'gpt-5[', '[gpt-4o]' {
        { Get-MediaTokenCost -Width 10 -Height 10 -Model $_ } | Should -Throw -ErrorId 'UnknownModel,MediaTokens.Commands.GetMediaTokenCostCommand'
    }
}

BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }

Describe 'Get-MediaTokenEngine' {
    It 'lists each engine once, and gives a version and formats, or a reason' {
        $engines = Get-MediaTokenEngine
        $engines.Name | Should -Contain 'ImageSharp'
        $engines.Name | Sort-Object -Unique | Should -HaveCount @($engines).Count
        foreach ($engine in $engines) {
            if ($engine.IsAvailable) {
                $engine.Version | Should -Match '^\d+\.\d+'
                $engine.Reads | Should -Contain 'Jpeg'
                $engine.Writes | Should -Contain 'Jpeg'
                $engine.Reason | Should -BeNullOrEmpty
            } else {
                $engine.Version | Should -BeNullOrEmpty
                $engine.Reads | Should -BeNullOrEmpty
                $engine.Writes | Should -BeNullOrEmpty
                $engine.Reason | Should -Not -BeNullOrEmpty
            }
        }
    }

    It 'takes names, wildcards, any case, and the pipeline' {
        (Get-MediaTokenEngine imagesharp).Name | Should -BeExactly 'ImageSharp'
        (Get-MediaTokenEngine Image*).Name | Should -Be 'ImageSharp'
        ('ImageSharp' | Get-MediaTokenEngine).Name | Should -Be 'ImageSharp'
        ([pscustomobject]@{ Engine = 'ImageSharp' } | Get-MediaTokenEngine).Name | Should -Be 'ImageSharp'
    }

    It 'is silent for a wildcard that matches nothing' { Get-MediaTokenEngine nope* -ErrorAction Stop | Should -BeNullOrEmpty }

    It 'gives an error for an unknown name, and goes on' {
        $result = Invoke-Collecting { 'nope', 'ImageSharp' | Get-MediaTokenEngine }
        $result.Output.Name | Should -Be 'ImageSharp'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NoEngine,MediaTokens.Commands.GetMediaTokenEngineCommand'
        $result.Errors.TargetObject | Should -Be 'nope'
        $result.Errors.ErrorDetails.RecommendedAction | Should -Match 'ImageSharp'
    }

    It 'completes the names' {
        (TabExpansion2 'Get-MediaTokenEngine i').CompletionMatches.CompletionText | Should -Be 'ImageSharp'
        (TabExpansion2 'Get-MediaTokenEngine lib').CompletionMatches.CompletionText | Should -Be @('libvips', 'libjpeg-turbo')
    }

    It 'fits a table of 120 columns' {
        (Get-MediaTokenEngine | Out-String -Width 120) -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
    }

    It 'survives a job' {
        $engine = Start-Job { Import-Module $using:modulePath; Get-MediaTokenEngine ImageSharp } | Receive-Job -Wait -AutoRemoveJob
        $engine.Name | Should -Be 'ImageSharp'
        $engine.PSTypeNames | Should -Contain 'Deserialized.MediaTokens.MediaTokenEngine'
    }
}

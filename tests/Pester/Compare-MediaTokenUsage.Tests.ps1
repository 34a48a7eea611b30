BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $command = 'MediaTokens.Commands.CompareMediaTokenUsageCommand'
    $boardwalk = Join-Path $media 'boardwalk.jpg'
    $prompt = "What's in this image?"

    # What each vendor answers, with so many tokens.
    function Chat([int] $tokens) { @{ object = 'chat.completion'; model = 'gpt-4o'; choices = @(@{ message = @{ content = 'x' } }); usage = @{ prompt_tokens = $tokens; completion_tokens = 1; total_tokens = $tokens + 1 } } | ConvertTo-Json -Depth 5 -Compress }
    function Generated([int] $text, [int] $image) {
        $details = @{ modality = 'TEXT'; tokenCount = $text }, @{ modality = 'IMAGE'; tokenCount = $image }
        @{ candidates = @(@{ content = @{ parts = @(@{ text = 'x' }) } }); usageMetadata = @{ promptTokenCount = $text + $image; promptTokensDetails = $details } } | ConvertTo-Json -Depth 6 -Compress
    }
}

Describe 'A comparison' {
    It 'of two answers to one prompt tells the text from the media: the document''s figure' {
        $requests = 'High', 'Low' | ForEach-Object { New-VisionRequest $boardwalk -Detail $_ -Prompt $prompt }
        $usage = (Chat 1118), (Chat 98) | Compare-MediaTokenUsage -Request $requests
        $usage.Verdict | Should -Be @('Match', 'Match')
        $usage.EstimatedTokens | Should -Be @(1105, 85)
        $usage.MediaTokens | Should -Be @(1105, 85)
        $usage.TextTokens | Should -Be @(13, 13)
        $usage.ReportedTokens | Should -Be @(1118, 98)
        $usage.Difference | Should -Be @(0, 0)
        $usage.Name | Should -Be @('boardwalk.jpg', 'boardwalk.jpg')
        $usage[0].Explanation | Should -Match '1118 - 1105 = 13 of text'
    }

    It 'of one answer alone is TextOnly: the rest may be text' {
        $usage = Chat 1118 | Compare-MediaTokenUsage -EstimatedTokens 1105 -Prompt $prompt
        $usage.Verdict, $usage.TextTokens, $usage.MediaTokens | Should -Be @('TextOnly', 13, 1105)
    }

    It 'of one answer alone is Off where the rest cannot be text' {
        (Chat 1000 | Compare-MediaTokenUsage -EstimatedTokens 1105 -Prompt $prompt).Verdict | Should -Be 'Off'
        (Chat 36848 | Compare-MediaTokenUsage -EstimatedTokens 1105 -Prompt $prompt).Verdict | Should -Be 'Off'
    }

    It 'of many answers shows the estimate that is wrong, and the others match' {
        $names = 'boardwalk.jpg', 'portrait.jpg', 'receipt.png', 'icon.gif'
        $requests = $names | ForEach-Object { New-VisionRequest (Join-Path $media $_) -Prompt $prompt }
        $reported = $requests.EstimatedTokens | ForEach-Object { $_ + 13 }
        $reported[2] += 200
        $usage = $reported | ForEach-Object { Chat $_ } | Compare-MediaTokenUsage -Request $requests
        $usage.Name | Should -Be $names
        $usage.Verdict | Should -Be @('Match', 'Match', 'Off', 'Match')
        $usage.Difference | Should -Be @(0, 0, 200, 0)
    }

    It 'of a vendor that counts by modality needs one answer' {
        $request = New-VisionRequest $boardwalk -Model gemini-3.8-flash -Prompt $prompt
        $usage = (Generated 5 1120), (Generated 5 1107), (Generated 5 280) | Compare-MediaTokenUsage -Request $request
        $usage.Verdict | Should -Be @('Match', 'Match', 'Off')
        $usage.TextTokens | Should -Be @(5, 5, 5)
        $usage.Difference | Should -Be @(0, 0, -840)
    }

    It 'of a link is Unknown' {
        $request = New-VisionRequest https://example.com/lake.png -Prompt $prompt -WarningAction Ignore
        (Chat 1118 | Compare-MediaTokenUsage -Request $request).Verdict | Should -Be 'Unknown'
        (Chat 1118 | Compare-MediaTokenUsage).Verdict | Should -Be 'Unknown'
    }

    It 'shows its table within 120 columns' {
        $shown = (Chat 1118), (Chat 98) | ForEach-Object { $_ | Compare-MediaTokenUsage -EstimatedTokens 85 -Prompt $prompt } | Format-Table | Out-String -Width 120
        $shown -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
        $shown | Should -Match 'gpt-4o +85 +13 +98 +0 TextOnly 98 - 85'
    }
}

Describe 'What can be compared' {
    It 'files of saved JSON' {
        Chat 1118 | Set-Content (Join-Path $TestDrive 'a.json')
        Generated 5 1105 | Set-Content (Join-Path $TestDrive 'b.json')
        $usage = Get-ChildItem (Join-Path $TestDrive '*.json') | Compare-MediaTokenUsage -EstimatedTokens 1105 -Prompt $prompt
        $usage.Verdict | Sort-Object | Should -Be @('Match', 'TextOnly')
    }

    It 'what comes back from a job, of requests too' {
        $request = Start-Job { param($module, $path) Import-Module $module; New-VisionRequest $path -Prompt x } -ArgumentList $modulePath, $boardwalk | Receive-Job -Wait -AutoRemoveJob
        (Chat 1118 | Compare-MediaTokenUsage -Request $request).EstimatedTokens | Should -Be 1105
    }

    It 'BadResponse: <What>, and the others come through' -ForEach @(
        @{ What = 'what is no JSON'; Bad = 'hello' }
        @{ What = 'JSON of another kind'; Bad = '{"hello":"world"}' }
        @{ What = 'another object'; Bad = [pscustomobject]@{ A = 1 } }
    ) {
        $result = Invoke-Collecting { (Chat 1118), $Bad | Compare-MediaTokenUsage -EstimatedTokens 1105 -Prompt $prompt }
        $result.Output | Should -HaveCount 1
        $result.Errors.FullyQualifiedErrorId | Should -Be "BadResponse,$command"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'BadResponse: names the file' {
        $path = Join-Path $TestDrive 'none.json'
        Set-Content $path 'hello'
        $result = Invoke-Collecting { Get-Item $path | Compare-MediaTokenUsage }
        $result.Errors[0].ToString() | Should -BeLike "*$path*"
        $result.Errors[0].TargetObject | Should -Be $path
    }

    It 'BadRequest: more answers than requests' {
        $requests = 1..2 | ForEach-Object { New-VisionRequest $boardwalk -Prompt $prompt }
        $result = Invoke-Collecting { (Chat 1118), (Chat 1118), (Chat 1118) | Compare-MediaTokenUsage -Request $requests }
        $result.Output | Should -HaveCount 2
        $result.Errors.FullyQualifiedErrorId | Should -Be "BadRequest,$command"
    }
}

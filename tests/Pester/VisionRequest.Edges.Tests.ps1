BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    $boardwalk = Join-Path $media 'boardwalk.jpg'
}

Describe 'New-VisionRequest and objects of the pipeline' {
    It 'takes the highest media resolution of a cost as that of the part, which alone can have it' {
        $request = Get-Item $boardwalk | Get-MediaTokenCost -Model gemini-3.8-flash -PartMediaResolution UltraHigh | New-VisionRequest
        $request.Items.MediaResolution | Should -Be 'UltraHigh'
        $request.MediaResolution | Should -BeNullOrEmpty
        $request.EstimatedTokens | Should -Be 2240
    }

    It 'still refuses it for the whole request' {
        { Get-Item $boardwalk | New-VisionRequest -Model gemini-3.8-flash -MediaResolution UltraHigh } |
            Should -Throw -ErrorId 'SettingNotSupported,MediaTokens.Commands.NewVisionRequestCommand'
    }

    It 'tells a role that is none where nothing comes down the pipeline' {
        $result = Invoke-Collecting { @() | New-VisionRequest -Role narrator }
        $result.Errors.FullyQualifiedErrorId | Should -Be 'RoleNotSupported,MediaTokens.Commands.NewVisionRequestCommand'
    }
}

Describe 'Errors with links' {
    It 'show no password, no signature and no data: <Link>' -ForEach @(
        @{ Link = 'https://joe:hunter2@example.com/a.png?sig=hunter2' }
        @{ Link = 'ftp://joe:hunter2@example.com/a.png?sig=hunter2' }
        @{ Link = 'data:image/png;base64,hunter2A' }
    ) {
        $result = Invoke-Collecting { Get-MediaTokenCost -Uri $Link; New-VisionRequest -Uri $Link -Model gpt-4o }
        $result.Errors.Count | Should -BeGreaterThan 0
        foreach ($problem in $result.Errors) {
            "$problem $($problem.TargetObject) $($problem.CategoryInfo) $($problem.Exception)" | Should -Not -Match 'hunter2'
        }
    }

    It 'keep a link that can be tried again' {
        $result = Invoke-Collecting { Get-MediaTokenCost -Uri 'http://127.0.0.1:9/a?id=5' }
        $result.Errors.TargetObject | Should -Be 'http://127.0.0.1:9/a?id=5'
        "$($result.Errors)" | Should -BeLike 'http://127.0.0.1:9/a: *'
    }
}

Describe 'Invoke-VisionRequest and its address' {
    It 'shows no password of it' {
        $request = New-VisionRequest $boardwalk -Model gpt-4o
        $address = [uri] 'http://joe:hunter2@127.0.0.1:9/v1'
        try { $request | Invoke-VisionRequest -BaseUri $address } catch { $problem = $_ }
        $problem.FullyQualifiedErrorId | Should -Be 'InvalidUri,MediaTokens.Commands.InvokeVisionRequestCommand'
        "$problem $($problem.TargetObject) $($problem.CategoryInfo)" | Should -Not -Match 'hunter2'
    }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')
    . (Join-Path $PSScriptRoot 'VisionServer.ps1')
    $command = 'MediaTokens.Commands.GetMediaTokenCostCommand'
    $server = Start-VisionServer $media
    $web = $server.Address
}

AfterAll { Stop-VisionServer $server }

Describe 'A file on the web' {
    BeforeEach { $server.Seen.Clear() }

    It 'costs what it costs on the disk, with ranges and without: <_>' -ForEach 'boardwalk.jpg', 'portrait.jpg', 'screenshot.png', 'diagram.webp', 'icon.gif' {
        $file = Get-MediaTokenCost (Join-Path $media $_) -Detail High
        foreach ($how in 'files', 'whole') {
            $cost = Get-MediaTokenCost -Uri "$web$how/$_" -Detail High -AllowPrivateNetwork
            $cost.Tokens, $cost.Size, $cost.Bytes, $cost.Name | Should -Be @($file.Tokens, $file.Size, $file.Bytes, $_) -Because $how
            $cost.Path | Should -Be "$web$how/$_"
        }
    }

    It 'is asked for once where the first part tells' {
        Get-MediaTokenCost -Uri "${web}files/portrait.jpg" -AllowPrivateNetwork | Out-Null
        $server.Seen | Should -HaveCount 1
        $server.Seen[0].Method | Should -Be 'GET'
    }

    It 'may be a video or a PDF document' {
        $gemini = @{ Model = 'gemini-3.8-flash'; AllowPrivateNetwork = $true }
        (Get-MediaTokenCost -Uri "${web}files/inbox/phone.mov" @gemini -MediaResolution Low).Tokens | Should -Be 4073
        (Get-MediaTokenCost -Uri "${web}files/inbox/scan.pdf" @gemini -Pages 1).Pages | Should -Be 1
    }

    It 'comes along with an object that has a Uri, and on several models' {
        $rows = 'boardwalk.jpg', 'icon.gif' | ForEach-Object { [pscustomobject]@{ Uri = "${web}files/$_" } }
        ($rows | Get-MediaTokenCost -AllowPrivateNetwork -Model gpt-4o, o3).Name | Should -Be @('boardwalk.jpg', 'boardwalk.jpg', 'icon.gif', 'icon.gif')
    }

    It 'may be in the link itself' {
        $data = 'data:image/gif;base64,' + [Convert]::ToBase64String([IO.File]::ReadAllBytes((Join-Path $media 'icon.gif')))
        (Get-MediaTokenCost -Uri $data).Tokens | Should -Be 255
    }

    It 'PrivateNetwork: the machine itself is refused, and not asked' {
        $result = Invoke-Collecting { Get-MediaTokenCost -Uri "${web}files/icon.gif", 'http://10.0.0.1/a.png', 'http://[::1]/a.png' }
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@("PrivateNetwork,$command") * 3)
        $result.Errors[0].CategoryInfo.Category | Should -Be 'SecurityError'
        $result.Errors[0].TargetObject | Should -Be "${web}files/icon.gif"
        $server.Seen | Should -HaveCount 0
    }

    It '<Id>: <Path>, and the others come through' -ForEach @(
        @{ Path = 'nothing/here.png'; Id = 'FileNotFound' }
        @{ Path = 'refuse/a.png'; Id = 'AccessDenied' }
        @{ Path = 'broken/a.png'; Id = 'NetworkFailure' }
        @{ Path = 'wrong/a.png'; Id = 'UnknownFormat' }
    ) {
        $result = Invoke-Collecting { "$web$Path", "${web}files/icon.gif" | ForEach-Object { [pscustomobject]@{ Uri = $_ } } | Get-MediaTokenCost -AllowPrivateNetwork }
        $result.Output.Tokens | Should -Be 255
        $result.Errors.FullyQualifiedErrorId | Should -Be "$Id,$command"
        $result.Errors[0].TargetObject | Should -Be "$web$Path"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'InvalidUri: <_>' -ForEach 'ftp://example.com/a.png', 'photo.jpg' {
        (Invoke-Collecting { Get-MediaTokenCost -Uri $_ }).Errors.FullyQualifiedErrorId | Should -Be "InvalidUri,$command"
    }

    It 'Timeout: a server that never answers' {
        (Invoke-Collecting { Get-MediaTokenCost -Uri "${web}hang/a.png" -AllowPrivateNetwork -TimeoutSec 1 }).Errors.FullyQualifiedErrorId | Should -Be "Timeout,$command"
    }

    It 'is no file to the next command, and no size either' {
        $cost = Get-MediaTokenCost -Uri "${web}files/icon.gif" -AllowPrivateNetwork
        $cost.PSPath | Should -BeNullOrEmpty
    }

    It 'ends quietly on Ctrl+C' {
        $shell = [powershell]::Create()
        [void] $shell.AddScript("Import-Module '$modulePath'; Get-MediaTokenCost -Uri '${web}hang/a.png' -AllowPrivateNetwork")
        [void] $shell.BeginInvoke()
        $limit = [DateTime]::UtcNow.AddSeconds(30)
        while ($server.Seen.Count -lt 1 -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Dispose()
    }
}

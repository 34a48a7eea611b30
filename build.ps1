#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests or packages the MediaTokens module.
.PARAMETER Task
    Build stages the module to out/MediaTokens/<version>. Test builds, then runs xunit, and Pester on the staged module in
    a child process. Package builds, then makes the packages that would be published, in out/packages.
.PARAMETER Configuration
    The configuration that is built.
.EXAMPLE
    ./build.ps1; Import-Module ./out/MediaTokens
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'MediaTokens.psd1')).ModuleVersion
$out = Join-Path $PSScriptRoot 'out'
$staged = Join-Path $out 'MediaTokens' $version

# What others get has every optional package.
$packageRule = @(if ($Task -eq 'Package') { '-p:RequireOptionalPackages=true' })

function Invoke-Checked {
    param([string] $Command, [string[]] $Arguments)
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Command $($Arguments -join ' ') ended with exit code $LASTEXITCODE."
    }
}

function Build-Module {
    $bin = Join-Path $PSScriptRoot 'src' 'MediaTokens' 'bin' $Configuration 'net8.0'
    $adapters = Join-Path $PSScriptRoot 'src' 'MediaTokens.Adapters' 'bin' $Configuration 'net8.0'
    'MediaTokens', 'MediaTokens.Adapters' | ForEach-Object {
        Invoke-Checked dotnet (@('build', (Join-Path $PSScriptRoot 'src' $_), '-c', $Configuration, '--nologo', '-v', 'quiet') + $packageRule)
    }
    Remove-Item (Join-Path $out 'MediaTokens') -Recurse -Force -ErrorAction Ignore
    New-Item $staged -ItemType Directory -Force | Out-Null
    'MediaTokens.dll', 'MediaTokens.Core.dll' | ForEach-Object { Copy-Item (Join-Path $bin $_) $staged }
    # Apart from the module, which loads them when pixels are first needed. The contract is that of the module.
    $dependencies = (New-Item (Join-Path $staged 'dependencies') -ItemType Directory).FullName
    Copy-Item (Join-Path $adapters '*.dll') $dependencies -Exclude 'MediaTokens.Core.dll'
    Copy-Item (Join-Path $PSScriptRoot 'module' '*') $staged -Recurse
    'MediaTokens.psd1', 'README.md', 'CHANGELOG.md', 'LICENSE', 'src/MediaTokens.Core/Catalog/catalog.schema.json' |
        ForEach-Object { Copy-Item (Join-Path $PSScriptRoot $_) $staged }
    Test-ModuleManifest (Join-Path $staged 'MediaTokens.psd1') | Out-Null
    Write-Host "Staged $staged"
}

function Test-Module {
    Invoke-Checked dotnet @('test', (Join-Path $PSScriptRoot 'MediaTokens.sln'), '-c', $Configuration, '--nologo')
    if (-not (Get-Module Pester -ListAvailable | Where-Object Version -GE '5.7')) {
        Write-Host 'Pester was left out: Pester 5.7 or later is not installed.'
        return
    }

    # A child process, so that the staged assemblies are not locked and nothing else is loaded.
    $pwsh = (Get-Process -Id $PID).Path
    $script = @"
Import-Module Pester -MinimumVersion 5.7
`$configuration = New-PesterConfiguration
`$configuration.Run.Path = '$(Join-Path $PSScriptRoot 'tests' 'Pester')'
`$configuration.Run.Exit = `$true
`$configuration.Output.Verbosity = 'Normal'
`$env:MEDIATOKENS_MODULE = '$(Join-Path $staged 'MediaTokens.psd1')'
Invoke-Pester -Configuration `$configuration
"@
    Invoke-Checked $pwsh @('-NoProfile', '-NonInteractive', '-Command', $script)
}

function Build-Package {
    $packages = Join-Path $out 'packages'
    Remove-Item $packages -Recurse -Force -ErrorAction Ignore
    New-Item $packages -ItemType Directory -Force | Out-Null

    # A repository that exists for this call only: publishing to it makes the very package that a gallery would get.
    $repository = "MediaTokens-$PID"
    Register-PSResourceRepository -Name $repository -Uri $packages -Trusted
    try {
        Publish-PSResource -Path $staged -Repository $repository
    } finally {
        Unregister-PSResourceRepository -Name $repository
    }

    Invoke-Checked dotnet (@('pack', (Join-Path $PSScriptRoot 'src' 'MediaTokens.Tool'), '-c', $Configuration, '--nologo', '-v', 'quiet', '-o', $packages) + $packageRule)
    Get-ChildItem $packages
}

Build-Module
switch ($Task) {
    'Test' { Test-Module }
    'Package' { Build-Package }
}

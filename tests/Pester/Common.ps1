# What every test file starts with: the staged module, and the samples.
$ErrorActionPreference = 'Stop'
$repository = (Resolve-Path (Join-Path $PSScriptRoot '..' '..')).Path
$modulePath = if ($env:MEDIATOKENS_MODULE) { $env:MEDIATOKENS_MODULE } else { Join-Path $repository 'out' 'MediaTokens' }
$media = Join-Path $repository 'tests' 'media'
Remove-Item Env:MEDIATOKENS_CATALOG -ErrorAction Ignore
# Never the catalog that the user keeps. The folder is not there: no catalog was updated.
$env:MEDIATOKENS_HOME = Join-Path ([IO.Path]::GetTempPath()) "mediatokens-none-$PID"
Import-Module $modulePath -Force

# Runs a script block and gives its output and its errors apart.
function Invoke-Collecting {
    param([scriptblock] $Script)
    $problems = $null
    $output = & { [CmdletBinding()] param() $ErrorActionPreference = 'Continue'; & $Script } -ErrorVariable problems 2>$null
    [pscustomobject]@{ Output = @($output); Errors = @($problems | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) }
}

# Runs each pipeline in turn, once to warm up and then round by round, and writes for each run: name, seconds, processor seconds.
param([string] $Folder, [string] $Module, [int] $Rounds)
$ErrorActionPreference = 'Stop'
Import-Module $Module

$echo = Add-Type -PassThru -TypeDefinition @'
using System.Management.Automation;

[Cmdlet("Write", "Echo")]
public sealed class WriteEchoCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; }

    protected override void ProcessRecord() { WriteObject(InputObject); }
}

[Cmdlet("Write", "PathEcho")]
public sealed class WritePathEchoCommand : PSCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP")]
    public string[] LiteralPath { get; set; }

    protected override void ProcessRecord() { WriteObject(LiteralPath); }
}

// The parameters that Get-MediaTokenCost takes from the pipeline: what binding them costs is PowerShell's part.
[Cmdlet("Write", "BoundEcho", DefaultParameterSetName = "Path")]
public sealed class WriteBoundEchoCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "Path", Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string[] Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP")]
    public string[] LiteralPath { get; set; }

    [Parameter(ParameterSetName = "Size", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    public long Width { get; set; }

    [Parameter(ParameterSetName = "Size", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    public long Height { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string PartMediaResolution { get; set; }

    protected override void ProcessRecord() { WriteObject(LiteralPath); }
}
'@
Import-Module -Assembly $echo[0].Assembly

$contenders = [ordered]@{
    'Get-ChildItem alone'                = { Get-ChildItem $Folder | Out-Null }
    '| echo of the object'               = { Get-ChildItem $Folder | Write-Echo | Out-Null }
    '| echo of -LiteralPath by name'     = { Get-ChildItem $Folder | Write-PathEcho | Out-Null }
    '| echo with the parameters of ours' = { Get-ChildItem $Folder | Write-BoundEcho | Out-Null }
    '| Get-MediaTokenCost'               = { Get-ChildItem $Folder | Get-MediaTokenCost | Out-Null }
    'Get-MediaTokenCost DIR -Recurse'    = { Get-MediaTokenCost $Folder -Recurse | Out-Null }
}

$invariant = [cultureinfo]::InvariantCulture
for ($round = 0; $round -le $Rounds; $round++) {
    foreach ($name in $contenders.Keys) {
        [GC]::Collect()
        $cpu = [Environment]::CpuUsage.TotalTime
        $watch = [Diagnostics.Stopwatch]::StartNew()
        & $contenders[$name]
        $seconds = $watch.Elapsed.TotalSeconds
        $cpuSeconds = ([Environment]::CpuUsage.TotalTime - $cpu).TotalSeconds
        if ($round -gt 0) {
            "$name`t$($seconds.ToString('R', $invariant))`t$($cpuSeconds.ToString('R', $invariant))"
        }
    }
}

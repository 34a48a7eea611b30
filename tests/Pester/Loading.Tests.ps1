BeforeAll {
    . (Join-Path $PSScriptRoot 'Common.ps1')

    # What a fresh PowerShell tells after a script block; lines of "name=value".
    function Invoke-Fresh {
        param([scriptblock] $Script, [object[]] $Arguments)
        $facts = @{}
        pwsh -NoProfile -NonInteractive -Command $Script -args $Arguments | ForEach-Object {
            $name, $value = $_ -split '=', 2
            $facts[$name] = $value
        }
        $facts
    }
}

Describe 'The libraries of the module' {
    It 'are not loaded at import, nor to count tokens' {
        $facts = Invoke-Fresh -Arguments $modulePath {
            param($module)
            Import-Module $module
            Get-MediaTokenCost -Width 100 -Height 100 | Out-Null
            'before=' + ([Runtime.Loader.AssemblyLoadContext]::All.Name -contains 'MediaTokens.Adapters')
            Get-MediaTokenEngine | Out-Null
            'after=' + ([Runtime.Loader.AssemblyLoadContext]::All.Name -contains 'MediaTokens.Adapters')
        }
        $facts.before, $facts.after | Should -Be @('False', 'True')
    }

    It 'are loaded apart, once, with the contract of the module' {
        $facts = Invoke-Fresh -Arguments $modulePath {
            param($module)
            Import-Module $module
            Get-MediaTokenEngine | Out-Null
            Get-MediaTokenEngine | Out-Null
            $own = @([Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'MediaTokens.Adapters')
            'contexts=' + $own.Count
            'own=' + ($own.Assemblies.GetName().Name -contains 'MediaTokens.Adapters')
            'contract=' + ($own.Assemblies.GetName().Name -contains 'MediaTokens.Core')
            'shared=' + @([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -eq 'MediaTokens.Core').Count
        }
        $facts.contexts, $facts.own, $facts.contract, $facts.shared | Should -Be @('1', 'True', 'False', '1')
    }

    It 'are not disturbed by another version of ImageSharp' {
        $decoy = Join-Path $TestDrive 'SixLabors.ImageSharp.dll'
        $facts = Invoke-Fresh -Arguments $modulePath, $decoy {
            param($module, $decoy)
            # Add-Type gives an assembly a name of its own; the compiler behind it takes one.
            Add-Type 'public static class LoadsTheCompiler { }'
            $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText('
                [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
                namespace SixLabors.ImageSharp { public static class Configuration { public const string Decoy = "decoy"; } }')
            $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create(
                'SixLabors.ImageSharp',
                [Microsoft.CodeAnalysis.SyntaxTree[]] $tree,
                [Microsoft.CodeAnalysis.MetadataReference[]] [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location),
                [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary))
            $stream = [IO.File]::Create($decoy)
            $result = $compilation.Emit($stream)
            $stream.Dispose()
            if (-not $result.Success) { throw ($result.Diagnostics -join "`n") }
            [Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath($decoy) | Out-Null
            'decoy=' + [SixLabors.ImageSharp.Configuration]::Decoy
            Import-Module $module
            $engine = Get-MediaTokenEngine ImageSharp
            'available=' + $engine.IsAvailable
            'version=' + $engine.Version
            'loaded=' + (([AppDomain]::CurrentDomain.GetAssemblies().GetName() | Where-Object Name -EQ 'SixLabors.ImageSharp').Version -join ' ')
        }
        $facts.decoy | Should -Be 'decoy'
        if (Test-Path (Join-Path (Split-Path (Get-Module MediaTokens).Path) 'dependencies' 'SixLabors.ImageSharp.dll')) {
            $facts.available, $facts.version, $facts.loaded | Should -Be @('True', '3.1.12', '1.0.0.0 3.0.0.0')
        } else {
            $facts.available, $facts.loaded | Should -Be @('False', '1.0.0.0')
        }
    }

    It 'that are missing give one error that says so' {
        $copy = Join-Path $TestDrive 'MediaTokens'
        Copy-Item (Split-Path (Get-Module MediaTokens).Path) $copy -Recurse
        Remove-Item (Join-Path $copy 'dependencies') -Recurse
        $facts = Invoke-Fresh -Arguments $copy {
            param($module)
            Import-Module $module/MediaTokens.psd1
            try { Get-MediaTokenEngine } catch {
                'id=' + $_.FullyQualifiedErrorId
                'category=' + $_.CategoryInfo.Category
                'message=' + $_.Exception.Message
            }
            'tokens=' + (Get-MediaTokenCost -Width 1024 -Height 1024 -Detail High).Tokens
        }
        $facts.id, $facts.category | Should -Be @('NoEngine,MediaTokens.Commands.GetMediaTokenEngineCommand', 'NotInstalled')
        $facts.message | Should -Match 'incomplete'
        $facts.tokens | Should -Be 765
    }
}

using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Whether the sections that need PowerShell and the staged module can run.</summary>
internal static class ModuleFolder
{
    public static bool IsReady(BenchmarkOptions options, Report report)
    {
        if (!Executables.IsInstalled(ToolCommands.PowerShell))
        {
            report.Line($"  {ToolCommands.PowerShell}: not installed");
            return false;
        }

        if (!Directory.Exists(options.ModulePath) && !File.Exists(options.ModulePath))
        {
            report.Line($"  no staged module: build.ps1 makes it");
            return false;
        }

        return true;
    }
}

using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>How the product is started.</summary>
internal static class ToolCommands
{
    public const string PowerShell = "pwsh";

    public static Command Json(params string[] folders) => new("dotnet", [Repository.Tool, "cost", .. folders, "--json"]);

    public static Command Table(params string[] folders) => new("dotnet", [Repository.Tool, "cost", .. folders]);

    /// <summary>Lists the image engines of this machine, a line of JSON for each.</summary>
    public static Command Engines { get; } = new("dotnet", Repository.Tool, "engines", "--json");

    public static Command Optimize(params string[] arguments) => new("dotnet", [Repository.Tool, "optimize", .. arguments]);

    public static Command Script(string script) => new(PowerShell, "-NoProfile", "-NonInteractive", "-Command", script);

    /// <summary>A text as PowerShell takes it literally.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

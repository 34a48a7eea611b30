using System.Diagnostics;
using System.Text;

namespace MediaTokens.Tool.Tests;

/// <summary>Runs the tool as a user does: as a process of its own.</summary>
internal static class ToolProcess
{
    private const int LongestRun = 30_000;

    private static readonly Dictionary<string, string> NoEnvironment = [];

    /// <summary>Runs to the end.</summary>
    public static ToolResult Run(params string[] arguments) => Run("", NoEnvironment, arguments);

    /// <summary>Runs to the end in a folder.</summary>
    public static ToolResult RunFrom(string folder, params string[] arguments) => Finish(Start(CreateInfo(AppContext.BaseDirectory, NoEnvironment, arguments, folder)), "");

    /// <summary>Runs a copy of the tool to the end.</summary>
    public static ToolResult RunIn(string program, params string[] arguments) => Finish(Start(CreateInfo(program, NoEnvironment, arguments)), "");

    /// <summary>Runs to the end with standard input and environment variables.</summary>
    public static ToolResult Run(string input, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Finish(Start(environment, arguments), input);

    /// <summary>Starts, and leaves the streams to the caller.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(CreateInfo(AppContext.BaseDirectory, environment, arguments));

    public static int WaitForExit(Process process)
    {
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill();
            throw new TimeoutException("The tool did not end.");
        }

        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start) => Process.Start(start)!;

    private static ToolResult Finish(Process started, string input)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        int exitCode = WaitForExit(process);
        return new(exitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static ProcessStartInfo CreateInfo(string program, IReadOnlyDictionary<string, string> environment, string[] arguments, string? folder = null)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new("dotnet", [Path.Combine(program, "MediaTokens.Tool.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            WorkingDirectory = folder ?? "",
        };
        foreach (string name in (string[])["MEDIATOKENS_CATALOG", "OPENAI_API_KEY", "GEMINI_API_KEY"])
        {
            start.Environment.Remove(name);
        }

        // Whoever runs the tests may have updated the catalog; no folder is there.
        start.Environment["MEDIATOKENS_HOME"] = Path.Combine(AppContext.BaseDirectory, "no-updates");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

/// <summary>What a run came to.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

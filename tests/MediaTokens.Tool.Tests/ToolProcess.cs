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

    /// <summary>Runs to the end with standard input and environment variables.</summary>
    public static ToolResult Run(string input, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        int exitCode = WaitForExit(process);
        return new(exitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts, and leaves the streams to the caller.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "MediaTokens.Tool.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        start.Environment.Remove("MEDIATOKENS_CATALOG");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static int WaitForExit(Process process)
    {
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill();
            throw new TimeoutException("The tool did not end.");
        }

        return process.ExitCode;
    }
}

/// <summary>What a run came to.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

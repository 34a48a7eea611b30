using System.ComponentModel;
using System.Diagnostics;
using MediaTokens.Benchmarks.Measuring;

namespace MediaTokens.Benchmarks.Processes;

/// <summary>Runs other programs to their end.</summary>
internal static class ChildProcess
{
    // Nothing but the null device takes the output, and the program keeps the shell's process id.
    private const string Silence = "exec \"$@\" >/dev/null 2>&1";

    /// <summary>Measures a program from start to end; its output goes nowhere.</summary>
    public static Measurement Measure(Command command)
    {
        double? cpu = ChildCpu.Total();
        long start = Stopwatch.GetTimestamp();
        RunSilently(command, _ => { });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(seconds, ChildCpu.Total() - cpu);
    }

    /// <summary>Runs a program whose output goes nowhere.</summary>
    /// <param name="command">The program.</param>
    /// <param name="watch">Is called with the process that just started, before it is waited for.</param>
    public static void RunSilently(Command command, Action<Process> watch)
    {
        bool isWindows = OperatingSystem.IsWindows();
        using Process process = Start(isWindows ? command : command with { Program = "/bin/sh", Arguments = ["-c", Silence, "sh", command.Program, .. command.Arguments] }, isWindows);
        Task drained = isWindows ? process.StandardOutput.BaseStream.CopyToAsync(Stream.Null) : Task.CompletedTask;
        watch(process);
        process.WaitForExit();
        drained.Wait();
        Check(command, process);
    }

    /// <summary>Runs a program and gets what it writes to its standard output.</summary>
    public static string Capture(Command command)
    {
        using Process process = Start(command, redirect: true);
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Check(command, process);
        return text;
    }

    private static Process Start(Command command, bool redirect)
    {
        ProcessStartInfo start = new(command.Program, command.Arguments)
        {
            RedirectStandardOutput = redirect,
            UseShellExecute = false,
            WorkingDirectory = command.Folder ?? "",
        };
        foreach ((string name, string value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new ChildProcessException($"{command.Program} cannot be started: {exception.Message}", exception);
        }
    }

    private static void Check(Command command, Process process)
    {
        if (process.ExitCode != 0)
        {
            throw new ChildProcessException($"{command.Program} ended with exit code {process.ExitCode}.");
        }
    }
}

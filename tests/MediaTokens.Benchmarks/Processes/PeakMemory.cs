using System.Diagnostics;
using System.Globalization;

namespace MediaTokens.Benchmarks.Processes;

/// <summary>The most memory that a program had resident at a time.</summary>
internal static class PeakMemory
{
    private const string LinuxField = "VmHWM:";
    private const int PollMilliseconds = 2;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Bytes; 0 where the system does not tell.</returns>
    public static long Of(Command command)
    {
        long peak = 0;
        ChildProcess.RunSilently(command, process =>
        {
            while (!process.WaitForExit(PollMilliseconds))
            {
                peak = Math.Max(peak, OperatingSystem.IsLinux() ? ReadLinux(process.Id) : ReadAnywhere(process));
            }
        });
        return peak;
    }

    private static long ReadLinux(int id)
    {
        try
        {
            string? line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/status"))
                .FirstOrDefault(line => line.StartsWith(LinuxField, StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan()[LinuxField.Length..^2].Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static long ReadAnywhere(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}

using System.Globalization;

namespace MediaTokens.Benchmarks.Processes;

/// <summary>The processor time of the programs that were started and have ended.</summary>
internal static class ChildCpu
{
    // USER_HZ, which Linux promises to programs whatever the kernel's own tick is.
    private const double TicksPerSecond = 100;

    // cutime and cstime are fields 16 and 17 of proc(5); the second one ends with the last parenthesis, and the third one follows.
    private const int UserField = 16 - 3;

    /// <summary>Seconds, to a hundredth; null where the system does not tell.</summary>
    public static double? Total()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        string status = File.ReadAllText("/proc/self/stat");
        string[] fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
        return (Parse(fields[UserField]) + Parse(fields[UserField + 1])) / TicksPerSecond;
    }

    private static long Parse(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}

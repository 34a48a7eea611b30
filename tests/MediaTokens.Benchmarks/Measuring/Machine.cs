using System.Globalization;
using System.Runtime.InteropServices;

namespace MediaTokens.Benchmarks.Measuring;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
    public static FormattableString Describe() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>How busy the machine is with other things, where the system tells.</summary>
    public static string Load()
    {
        try
        {
            string load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
            return string.Create(CultureInfo.InvariantCulture, $"load of the last minute {load}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}

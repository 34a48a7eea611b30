using System.Diagnostics;

namespace MediaTokens.Benchmarks.Measuring;

/// <summary>What one run took.</summary>
/// <param name="Seconds">Wall-clock seconds.</param>
/// <param name="CpuSeconds">Seconds of all processors; null where the system does not tell. It suffers less from other programs.</param>
internal readonly record struct Measurement(double Seconds, double? CpuSeconds)
{
    /// <summary>Measures work in this process, after the garbage of what ran before is gone.</summary>
    public static Measurement Of(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }
}

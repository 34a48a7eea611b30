namespace MediaTokens.Tool.Output;

/// <summary>Opens standard output as bytes.</summary>
internal static class StandardOutput
{
    /// <summary>A stream that throws <see cref="BrokenPipeException"/> when its reader has gone, where the system tells.</summary>
    public static Stream Open() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new UnixOutputStream(Console.OpenStandardOutput);
}

/// <summary>Whoever reads the output has enough of it.</summary>
internal sealed class BrokenPipeException : IOException;

namespace MediaTokens.Tool.CommandLine;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Success = 0;

    /// <summary>At least one file, model or request failed, or no image engine can be used, or there is no key.</summary>
    public const int Failure = 1;

    /// <summary>The command line, the models or the catalog make no sense.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl+C: 128 and the number of the signal, as in every shell.</summary>
    public const int Interrupted = 130;

    /// <summary>Nobody reads the output any more: 128 and the number of the signal, as in every shell.</summary>
    public const int BrokenPipe = 141;
}

namespace MediaTokens.Adapters.Libvips;

/// <summary>How far libvips came before it gave up.</summary>
internal enum VipsStage
{
    /// <summary>Reading the header of a file.</summary>
    Header,

    /// <summary>Preparing what is to be done with the pixels, or writing them.</summary>
    Operation,

    /// <summary>Making the pixels, which decodes the file.</summary>
    Pixels,
}

/// <summary>libvips refused an operation, or gave up in the middle of one.</summary>
/// <param name="message">What it put into its error buffer, which all threads share.</param>
/// <param name="stage">How far it came.</param>
internal sealed class VipsException(string message, VipsStage stage) : Exception(message)
{
    public VipsStage Stage { get; } = stage;
}

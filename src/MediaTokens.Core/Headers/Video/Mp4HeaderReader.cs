namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of MP4, QuickTime and 3GP.</summary>
internal static class Mp4HeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window) => throw HeaderError.UnknownFormat($"A video of {window.Length} bytes.");
}

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of Flash video.</summary>
internal static class FlvHeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window) => throw HeaderError.UnknownFormat($"A video of {window.Length} bytes.");
}

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of Windows Media (ASF).</summary>
internal static class AsfHeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window) => throw HeaderError.UnknownFormat($"A video of {window.Length} bytes.");
}

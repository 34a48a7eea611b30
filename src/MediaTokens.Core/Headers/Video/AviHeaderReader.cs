namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of AVI.</summary>
internal static class AviHeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window) => throw HeaderError.UnknownFormat($"A video of {window.Length} bytes.");
}

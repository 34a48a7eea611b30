namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of MPEG program streams.</summary>
internal static class MpegHeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window) => throw HeaderError.UnknownFormat($"A video of {window.Length} bytes.");
}

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of MPEG transport streams.</summary>
internal static class MpegTsHeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window) => throw HeaderError.UnknownFormat($"A video of {window.Length} bytes.");
}

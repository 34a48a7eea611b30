namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of Matroska and WebM.</summary>
internal static class MatroskaHeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window) => throw HeaderError.UnknownFormat($"A video of {window.Length} bytes.");
}

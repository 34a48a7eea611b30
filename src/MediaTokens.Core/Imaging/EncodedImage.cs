using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>A result in memory.</summary>
/// <param name="Format">The format.</param>
/// <param name="Quality">1 to 100; null where the format has none.</param>
/// <param name="Content">The whole file.</param>
internal sealed record EncodedImage(MediaFormat Format, int? Quality, MemoryStream Content)
{
    public long Length => Content.Length;
}

using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>A source as it is before any pixel is decoded: its bytes, its header, and the parts of its container.</summary>
internal sealed class SourceImage : IDisposable
{
    // A GIF is not taken apart; the application extension that holds XMP begins so.
    private static ReadOnlySpan<byte> GifXmp => "XMP DataXMP"u8;

    private SourceImage(ImageBytes bytes, MediaHeader header)
    {
        (Bytes, Header) = (bytes, header);
        Parts = ImageParts.Read(bytes, header.Format);
        Damage = Parts is null ? ImageParts.FindDamage(bytes, header) : Parts.Damage;
        Profile = Parts?.Profile is { IsSrgb: false } profile ? profile : null;
    }

    public ImageBytes Bytes { get; }

    public MediaHeader Header { get; }

    /// <summary>The container's parts; null for a format that is not taken apart.</summary>
    public ImageParts? Parts { get; }

    /// <summary>The profile to convert from; null where there is none, or where it is sRGB.</summary>
    public ColorProfile? Profile { get; }

    /// <summary>What is damaged, where that is allowed.</summary>
    public string? Damage { get; }

    /// <summary>Whether a copy would show what it should: upright, in sRGB, whole, and with its metadata gone.</summary>
    public bool IsClean(bool keepMetadata) =>
        Header is { Orientation: 1, IsAnimated: false } && Profile is null && Damage is null && Parts?.Channels is not 4
        && (keepMetadata || Parts is not null || (Header.Format == MediaFormat.Gif && Bytes.Span.IndexOf(GifXmp) < 0));

    /// <summary>Reads a file, and refuses what would be too large to decode or is not whole.</summary>
    /// <exception cref="MediaException">The file cannot be read, tells too many pixels, or is damaged.</exception>
    public static SourceImage Read(string path, OptimizeOptions options, CancellationToken cancellationToken)
    {
        using FileSource file = new(path);
        RefuseBomb(MediaHeaderReader.ReadImage(file).Size, options.MaxPixels);
        ImageBytes bytes = ImageBytes.Read(file, cancellationToken);
        try
        {
            // Once more from the bytes that are decoded: the file may have changed since.
            MediaHeader header = MediaHeaderReader.ReadImage(bytes);
            RefuseBomb(header.Size, options.MaxPixels);
            SourceImage source = new(bytes, header);
            return source.Damage is null || options.AllowPartial
                ? source
                : throw new MediaException(
                    MediaErrorId.CorruptPixels,
                    source.Damage,
                    "Get an undamaged copy, or use -AllowPartial to take what is there.");
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose() => Bytes.Dispose();

    private static void RefuseBomb(PixelSize size, long maxPixels)
    {
        long pixels = (long)size.Width * size.Height;
        if (pixels > maxPixels)
        {
            throw new MediaException(
                MediaErrorId.TooManyPixels,
                FormattableString.Invariant($"Its header tells {size}, which is {pixels} pixels; at most {maxPixels} are decoded."),
                "If you trust the file, raise -MaxPixels; it takes several bytes of memory for each pixel.");
        }
    }
}

using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>
/// What a JPEG, PNG or WebP file is made of, from its segments or chunks; nothing is decoded.
/// It reads from the <see cref="ImageBytes"/> it was made of, and is not to be used beyond their life.
/// </summary>
public sealed class ImageParts
{
    private readonly ImageBytes _bytes;
    private readonly MediaFormat _format;
    private readonly bool _dropsProfile;

    private ImageParts(ImageBytes bytes, MediaFormat format, PartList found)
    {
        _bytes = bytes;
        _format = format;
        Parts = found.Parts;
        Damage = found.Damage;
        Profile = found.Profile;
        Channels = found.Channels;
        _dropsProfile = Profile is { IsSrgb: true } && !found.ProfileOverrules;
        MetadataBytes = found.Parts.Sum(part => part.Kind is PartKind.Metadata or PartKind.Trailer ? (long)part.Length : 0);
    }

    /// <summary>The parts in the order of the file, which they cover without a gap; neighbours of one kind are one part.</summary>
    public IReadOnlyList<ImagePart> Parts { get; }

    /// <summary>The bytes of metadata and trailer.</summary>
    public long MetadataBytes { get; }

    /// <summary>
    /// What is wrong with the file's structure, in one sentence; null when it is whole.
    /// Pixels that are damaged within a whole structure are for a decoder to find.
    /// </summary>
    public string? Damage { get; }

    /// <summary>The colour channels of a JPEG file: 1 for grey, 3 for colours, 4 for CMYK; null for other formats.</summary>
    public int? Channels { get; }

    /// <summary>The embedded colour profile; null when there is none, or none that a decoder would take.</summary>
    public ColorProfile? Profile { get; }

    /// <summary>Walks over the parts of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="format">Its format, as its header tells.</param>
    /// <returns>The parts; null for a format other than JPEG, PNG and WebP.</returns>
    public static ImageParts? Read(ImageBytes bytes, MediaFormat format)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        PartList? found = format switch
        {
            MediaFormat.Jpeg => JpegParts.Walk(bytes.Span),
            MediaFormat.Png => PngParts.Walk(bytes.Span),
            MediaFormat.WebP => WebPParts.Walk(bytes.Span),
            _ => null,
        };
        return found is null ? null : new(bytes, format, found);
    }

    /// <summary>Looks for damage in a file's structure: whether it is complete and, in PNG, whether the checksums are right.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="header">What its header tells.</param>
    /// <returns>What is wrong, in one sentence; null when nothing is found. TIFF, HEIC, AVIF and compressed BMP are not judged.</returns>
    public static string? FindDamage(ImageBytes bytes, MediaHeader header)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return header.Format switch
        {
            MediaFormat.Gif => GifDamage.Find(bytes.Span),
            MediaFormat.Bmp => BmpDamage.Find(bytes.Span),
            MediaFormat format => Read(bytes, format)?.Damage,
        };
    }

    /// <summary>
    /// Writes the same image without metadata and trailer: its pixels, coded as they are, byte for byte.
    /// An sRGB profile is left out too, since an image without any is taken for sRGB; another profile stays.
    /// So does an sRGB profile in a PNG file that also tells its colours in another way, which would count without it.
    /// </summary>
    /// <remarks>
    /// The orientation is among the metadata: an image with an orientation other than 1 would come out turned,
    /// so this is for upright ones. A damaged file stays damaged.
    /// </remarks>
    /// <param name="output">Gets the whole file.</param>
    public void CopyWithoutMetadata(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ReadOnlySpan<byte> file = _bytes.Span;
        ImagePart[] kept = [.. Parts.Where(IsKept)];
        if (_format == MediaFormat.WebP && kept.Length > 0)
        {
            int done = WebPParts.WriteStart(file, kept, output);
            kept[0] = kept[0] with { Offset = done, Length = kept[0].Length - done };
        }

        foreach (ImagePart part in kept)
        {
            output.Write(file.Slice(part.Offset, part.Length));
        }
    }

    private bool IsKept(ImagePart part) =>
        part.Kind == PartKind.Image || (part.Kind == PartKind.Profile && !_dropsProfile);
}

using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>What an engine is asked to make of one image.</summary>
/// <param name="Bytes">The whole file. It outlives the call, and the image that comes of it.</param>
/// <param name="Header">The format; the size in pixels as displayed; and the orientation that turns the stored pixels upright.</param>
/// <param name="Size">The size wanted, in pixels as displayed: never larger than the header's.</param>
/// <param name="Formats">The formats in which the result may be written; the engine must be able to write the first.</param>
/// <param name="Profile">The colour profile to convert from; null where there is none, where it is sRGB, and where only the engine can find it (TIFF, HEIC, AVIF).</param>
/// <param name="KeepMetadata">Whether EXIF, XMP and IPTC go over to the result, with an orientation that says upright.</param>
/// <param name="AllowPartial">Whether damaged or incomplete pixels are taken as far as they go.</param>
public sealed record ResizeRequest(
    ImageBytes Bytes,
    MediaHeader Header,
    PixelSize Size,
    IReadOnlyList<MediaFormat> Formats,
    ColorProfile? Profile = null,
    bool KeepMetadata = false,
    bool AllowPartial = false)
{
    /// <summary>The size as stored, in pixels: before orientation.</summary>
    public PixelSize StoredSize => Header.Orientation >= 5 ? new(Header.Size.Height, Header.Size.Width) : Header.Size;

    /// <summary>The size wanted, in pixels as stored: before orientation.</summary>
    public PixelSize StoredTarget => Header.Orientation >= 5 ? new(Size.Height, Size.Width) : Size;
}

using MediaTokens.Headers;

namespace MediaTokens.Adapters.Libvips;

/// <summary>Which operation reads or writes a format. A build of libvips need not have them all.</summary>
internal static class VipsFormats
{
    /// <summary>The name of the operation that decodes a format from memory, ended by a zero.</summary>
    public static ReadOnlySpan<byte> Loader(MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => "jpegload_buffer"u8,
        MediaFormat.Png => "pngload_buffer"u8,
        MediaFormat.Gif => "gifload_buffer"u8,
        MediaFormat.WebP => "webpload_buffer"u8,
        MediaFormat.Bmp => "magickload_buffer"u8,
        MediaFormat.Tiff => "tiffload_buffer"u8,
        _ => "heifload_buffer"u8,
    };

    /// <summary>The formats that this build decodes.</summary>
    public static IReadOnlyList<MediaFormat> Reads(VipsLibrary vips) => [.. Enum.GetValues<MediaFormat>().Where(format => vips.Has(Loader(format)))];

    /// <summary>The name of the operation that encodes a format into memory, ended by a zero.</summary>
    public static ReadOnlySpan<byte> Saver(MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => "jpegsave_buffer"u8,
        MediaFormat.Png => "pngsave_buffer"u8,
        _ => "webpsave_buffer"u8,
    };

    /// <summary>The longest side that a format has room for, in pixels.</summary>
    public static int LongestSide(MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => 65_500,
        MediaFormat.WebP => 16_383,
        _ => int.MaxValue,
    };

    /// <summary>The formats that this build encodes.</summary>
    public static IReadOnlyList<MediaFormat> Writes(VipsLibrary vips) =>
        [.. ((MediaFormat[])[MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP]).Where(format => vips.Has(Saver(format)))];
}

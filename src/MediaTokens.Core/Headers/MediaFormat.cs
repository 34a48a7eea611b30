namespace MediaTokens.Headers;

/// <summary>The file formats whose headers can be read, told by signature and never by file name.</summary>
public enum MediaFormat
{
    /// <summary>JPEG, baseline, progressive, lossless or arithmetic.</summary>
    Jpeg,

    /// <summary>PNG, and APNG when animated.</summary>
    Png,

    /// <summary>GIF 87a or 89a.</summary>
    Gif,

    /// <summary>WebP: lossy, lossless or extended.</summary>
    WebP,

    /// <summary>Windows or OS/2 bitmap.</summary>
    Bmp,

    /// <summary>TIFF or BigTIFF, in either byte order.</summary>
    Tiff,

    /// <summary>HEIF with HEVC or another coding that is not AV1.</summary>
    Heic,

    /// <summary>HEIF with AV1.</summary>
    Avif,
}

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

    /// <summary>MPEG-4 video (ISO base media file format), M4V among them.</summary>
    Mp4,

    /// <summary>QuickTime movie.</summary>
    Mov,

    /// <summary>3GPP or 3GPP2 video, in the container of MP4.</summary>
    ThreeGp,

    /// <summary>WebM video.</summary>
    WebM,

    /// <summary>Matroska video.</summary>
    Matroska,

    /// <summary>AVI video.</summary>
    Avi,

    /// <summary>MPEG-1 or MPEG-2 program stream.</summary>
    Mpeg,

    /// <summary>MPEG-2 transport stream.</summary>
    MpegTs,

    /// <summary>Windows Media video, in the container ASF.</summary>
    Wmv,

    /// <summary>Flash video.</summary>
    Flv,

    /// <summary>PDF document.</summary>
    Pdf,
}

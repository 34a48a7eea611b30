namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>What the frame header tells.</summary>
/// <param name="Size">Pixels as stored; 0 x 0 when there is no image in the file.</param>
/// <param name="Subsampling">How the chroma planes are stored.</param>
/// <param name="ColorSpace">What the planes mean.</param>
internal readonly record struct JpegHeader(PixelSize Size, ChromaSubsampling Subsampling, JpegColorSpace ColorSpace);

/// <summary>What the components of a JPEG mean, with the numbers of TurboJPEG (TJCS).</summary>
internal enum JpegColorSpace
{
    Rgb = 0,
    YCbCr = 1,
    Grey = 2,
    Cmyk = 3,
    Ycck = 4,
}

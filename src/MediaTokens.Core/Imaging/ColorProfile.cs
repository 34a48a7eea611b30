using System.Text;

namespace MediaTokens.Imaging;

/// <summary>
/// An ICC colour profile (ICC.1:2022 and version 2 before it). One that has a tone curve for each channel and a matrix, as profiles of
/// cameras and displays do, or a tone curve for grey, converts pixels to sRGB; of others, such as CMYK, only name and kind are told.
/// </summary>
public sealed class ColorProfile
{
    private const int HeaderSize = 128;
    private const int ColorSpaceAt = 16;
    private const int SignatureAt = 36;

    private readonly byte[] _bytes;
    private readonly ProfileModel? _model;
    private readonly Lazy<SrgbTransform>? _transform;

    private ColorProfile(byte[] bytes)
    {
        _bytes = bytes;
        Name = ProfileName.Read(new ProfileTags(bytes).Find("desc"u8));
        ColorSpace = ReadColorSpace(bytes.AsSpan(ColorSpaceAt, 4));
        _model = ProfileModel.Read(bytes);
        IsSrgb = _model is not null && SrgbLikeness.IsSrgb(_model);
        _transform = _model is null ? null : new(() => new(_model));
    }

    /// <summary>The profile as embedded.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The profile's description, in English where it has one, without control characters; empty when it has none.</summary>
    public string Name { get; }

    /// <summary>The colour space of the pixels it is for, such as RGB, GRAY, CMYK or Lab; empty when it is no text.</summary>
    public string ColorSpace { get; }

    /// <summary>
    /// Whether its colours are those of sRGB, so that there is nothing to convert: the same primaries, and curves within one level in 256.
    /// A grey profile counts with sRGB's curve. A gamma of 2.2 is not sRGB, in colour or in grey: it differs by eight levels in the shadows.
    /// </summary>
    public bool IsSrgb { get; }

    /// <summary>
    /// Whether <see cref="ConvertToSrgb"/> can be called: tone curves and a matrix for RGB, or a tone curve for grey.
    /// Tables that stand in a profile besides them are passed over, as the standard allows.
    /// </summary>
    public bool CanConvert => _model is not null;

    /// <summary>Reads a profile.</summary>
    /// <param name="bytes">The profile; bytes behind it do not matter.</param>
    /// <returns>The profile, with what can be read of it; null when the bytes do not begin with an ICC header and a tag table.</returns>
    public static ColorProfile? Parse(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeaderSize + sizeof(uint) && bytes.Slice(SignatureAt, 4).SequenceEqual("acsp"u8) ? new(bytes.ToArray()) : null;

    /// <summary>
    /// Converts pixels from this profile to sRGB in place, relative to the white point; colours outside of sRGB are clipped.
    /// Each result is within one level of the exact one. A profile that is sRGB changes nothing.
    /// </summary>
    /// <param name="pixels">Interleaved, 8 bits a channel.</param>
    /// <param name="channels">3 for RGB, 4 for RGB and alpha, which stays as it is; of a grey profile also 1 for grey and 2 for grey and alpha.</param>
    /// <exception cref="InvalidOperationException"><see cref="CanConvert"/> is false.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of channels is none of these.</exception>
    /// <exception cref="ArgumentException">The last pixel is not whole.</exception>
    public void ConvertToSrgb(Span<byte> pixels, int channels)
    {
        if (_transform is null)
        {
            throw new InvalidOperationException("The profile has no tone curves and matrix to convert with.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(channels, _model!.IsGrey ? 1 : 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 4);
        if (pixels.Length % channels != 0)
        {
            throw new ArgumentException("The last pixel is not whole.", nameof(pixels));
        }

        if (!IsSrgb)
        {
            _transform.Value.Apply(pixels, channels);
        }
    }

    private static string ReadColorSpace(ReadOnlySpan<byte> letters) =>
        letters.ContainsAnyExceptInRange((byte)' ', (byte)'~') ? "" : Encoding.ASCII.GetString(letters).TrimEnd();
}

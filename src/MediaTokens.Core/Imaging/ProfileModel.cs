using System.Buffers.Binary;

namespace MediaTokens.Imaging;

/// <summary>
/// How an ICC profile makes colours of pixels: a tone curve for each channel, then a matrix to XYZ under D50 (ICC.1:2022, annex F.3).
/// A grey profile has one curve, to the luminance.
/// </summary>
internal sealed class ProfileModel
{
    private const int ColorSpaceAt = 16;
    private const int ConnectionSpaceAt = 20;
    private const int XyzTagSize = 20;
    private const double LeastDeterminant = 1e-6;

    private ProfileModel(double[][] curves, double[] matrix)
    {
        Curves = curves;
        Matrix = matrix;
    }

    /// <summary>For each channel, the linear value of each of the 256 levels, 0 to 1; one curve for grey, three for RGB.</summary>
    public IReadOnlyList<double[]> Curves { get; }

    /// <summary>X, Y and Z of linear red, green and blue, row by row; empty for grey.</summary>
    public IReadOnlyList<double> Matrix { get; }

    public bool IsGrey => Curves.Count == 1;

    /// <summary>The model of a profile; null when it has none, or a damaged one.</summary>
    /// <param name="profile">A header and the number of tags at least.</param>
    public static ProfileModel? Read(ReadOnlySpan<byte> profile)
    {
        ProfileTags tags = new(profile);
        ReadOnlySpan<byte> space = profile.Slice(ColorSpaceAt, 4);
        if (!profile.Slice(ConnectionSpaceAt, 4).SequenceEqual("XYZ "u8))
        {
            return null;
        }

        if (space.SequenceEqual("GRAY"u8))
        {
            return ToneCurve.Read(tags.Find("kTRC"u8)) is { } curve ? new([curve], []) : null;
        }

        return space.SequenceEqual("RGB "u8) ? ReadRgb(tags) : null;
    }

    private static ProfileModel? ReadRgb(ProfileTags tags)
    {
        double[] m = new double[9];
        if (!TryReadColumn(tags.Find("rXYZ"u8), m, 0)
            || !TryReadColumn(tags.Find("gXYZ"u8), m, 1)
            || !TryReadColumn(tags.Find("bXYZ"u8), m, 2)
            || Math.Abs(Determinant(m)) < LeastDeterminant)
        {
            return null;
        }

        return ToneCurve.Read(tags.Find("rTRC"u8)) is { } red
            && ToneCurve.Read(tags.Find("gTRC"u8)) is { } green
            && ToneCurve.Read(tags.Find("bTRC"u8)) is { } blue
            ? new([red, green, blue], m)
            : null;
    }

    /// <summary>Reads "XYZ ": reserved (4), then X, Y and Z as fixed-point numbers.</summary>
    private static bool TryReadColumn(ReadOnlySpan<byte> tag, double[] matrix, int column)
    {
        if (tag.Length < XyzTagSize || !tag.StartsWith("XYZ "u8))
        {
            return false;
        }

        for (int row = 0; row < 3; row++)
        {
            matrix[(3 * row) + column] = BinaryPrimitives.ReadInt32BigEndian(tag[(8 + (4 * row))..]) / 65536.0;
        }

        return true;
    }

    private static double Determinant(double[] m) =>
        (m[0] * ((m[4] * m[8]) - (m[5] * m[7])))
        - (m[1] * ((m[3] * m[8]) - (m[5] * m[6])))
        + (m[2] * ((m[3] * m[7]) - (m[4] * m[6])));
}

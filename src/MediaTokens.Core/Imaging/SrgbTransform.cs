using System.Runtime.Intrinsics;

namespace MediaTokens.Imaging;

/// <summary>
/// Converts 8-bit pixels to sRGB. Each level of each channel has its share of linear red, green and blue in a table;
/// the three shares of a pixel are added and looked up in a table of sRGB's curve.
/// </summary>
internal sealed class SrgbTransform
{
    // Fine enough that a rounded index moves a result by 0.2 levels where the curve is steepest: 12.92 * 255 / 8191 / 2.
    private const int EncodeSteps = 8191;

    private static readonly byte[] EncodeTable =
        [.. Enumerable.Range(0, EncodeSteps + 1).Select(step => Level(step / (double)EncodeSteps))];

    private readonly byte[]? _grey;
    private readonly Vector128<float>[] _red = [];
    private readonly Vector128<float>[] _green = [];
    private readonly Vector128<float>[] _blue = [];

    public SrgbTransform(ProfileModel model)
    {
        if (model.IsGrey)
        {
            _grey = [.. model.Curves[0].Select(Level)];
            return;
        }

        // The half makes the conversion to an index round to the nearest.
        _red = Shares(model, 0, rounding: 0.5);
        _green = Shares(model, 1, rounding: 0);
        _blue = Shares(model, 2, rounding: 0);
    }

    public void Apply(Span<byte> pixels, int channels)
    {
        if (_grey is not null)
        {
            ApplyGrey(_grey, pixels, channels);
        }
        else if (channels == 3)
        {
            ApplyRgb(pixels, 3);
        }
        else
        {
            ApplyRgb(pixels, 4);
        }
    }

    private void ApplyRgb(Span<byte> pixels, int channels)
    {
        ReadOnlySpan<Vector128<float>> red = _red;
        ReadOnlySpan<Vector128<float>> green = _green;
        ReadOnlySpan<Vector128<float>> blue = _blue;
        ReadOnlySpan<byte> encode = EncodeTable;
        Vector128<float> most = Vector128.Create((float)EncodeSteps);
        for (; pixels.Length >= channels; pixels = pixels[channels..])
        {
            Vector128<float> linear = red[pixels[0]] + green[pixels[1]] + blue[pixels[2]];
            Vector128<int> index = Vector128.ConvertToInt32(Vector128.Min(Vector128.Max(linear, Vector128<float>.Zero), most));
            pixels[0] = encode[index.GetElement(0)];
            pixels[1] = encode[index.GetElement(1)];
            pixels[2] = encode[index.GetElement(2)];
        }
    }

    private static void ApplyGrey(byte[] grey, Span<byte> pixels, int channels)
    {
        int colors = channels is 2 or 4 ? channels - 1 : channels;
        for (; pixels.Length >= channels; pixels = pixels[channels..])
        {
            foreach (ref byte value in pixels[..colors])
            {
                value = grey[value];
            }
        }
    }

    /// <summary>What each level of a channel adds to linear red, green and blue in sRGB, in steps of the encoding table.</summary>
    private static Vector128<float>[] Shares(ProfileModel model, int channel, double rounding)
    {
        Span<double> perUnit = stackalloc double[3];
        for (int row = 0; row < 3; row++)
        {
            perUnit[row] = EncodeSteps * (
                (Srgb.Inverse[3 * row] * model.Matrix[channel])
                + (Srgb.Inverse[(3 * row) + 1] * model.Matrix[3 + channel])
                + (Srgb.Inverse[(3 * row) + 2] * model.Matrix[6 + channel]));
        }

        double[] curve = model.Curves[channel];
        Vector128<float>[] shares = new Vector128<float>[curve.Length];
        for (int level = 0; level < shares.Length; level++)
        {
            shares[level] = Vector128.Create(
                (float)((perUnit[0] * curve[level]) + rounding),
                (float)((perUnit[1] * curve[level]) + rounding),
                (float)((perUnit[2] * curve[level]) + rounding),
                0);
        }

        return shares;
    }

    private static byte Level(double linear) => (byte)Math.Round(255 * Srgb.Encode(linear));
}

using MediaTokens.Core.Tests.Headers.Making;

namespace MediaTokens.Core.Tests.Imaging.Making;

/// <summary>ICC profiles, tag by tag.</summary>
internal static class Icc
{
    /// <summary>X, Y and Z of red, green and blue under D50, one colour after another.</summary>
    public static readonly double[] SrgbColorants = [0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307, 0.06061, 0.71410];

    public static readonly double[] DisplayP3Colorants = [0.51512, 0.24120, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407];

    public static readonly double[] AdobeRgbColorants = [0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457];

    public static readonly double[] ProPhotoColorants = [0.79767, 0.28804, 0, 0.13519, 0.71188, 0, 0.03134, 0.00009, 0.82491];

    /// <summary>The curve of sRGB as parameters of function 3.</summary>
    public static byte[] SrgbCurve => Function(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);

    public static byte[] Rgb(double[] colorants, byte[] curve) => Rgb(colorants, curve, curve, curve);

    public static byte[] Rgb(double[] colorants, byte[] red, byte[] green, byte[] blue) => Profile(
        "RGB ",
        ("rXYZ", Xyz(colorants[0], colorants[1], colorants[2])),
        ("gXYZ", Xyz(colorants[3], colorants[4], colorants[5])),
        ("bXYZ", Xyz(colorants[6], colorants[7], colorants[8])),
        ("rTRC", red),
        ("gTRC", green),
        ("bTRC", blue));

    public static byte[] Grey(byte[] curve) => Profile("GRAY", ("kTRC", curve));

    public static byte[] Profile(string space, params (string Signature, byte[] Data)[] tags) =>
        Profile(space, "XYZ ", (uint)tags.Length, tags);

    /// <summary>A profile that may tell a number of tags other than its own.</summary>
    public static byte[] Profile(string space, string connection, uint count, params (string Signature, byte[] Data)[] tags)
    {
        ByteWriter table = new ByteWriter().U32(count);
        ByteWriter data = new();
        int offset = 132 + (12 * tags.Length);
        foreach ((string signature, byte[] bytes) in tags)
        {
            table.Text(signature).U32((uint)offset).U32((uint)bytes.Length);
            data.Raw(bytes);
            offset += bytes.Length;
        }

        ByteWriter header = new ByteWriter().U32((uint)offset).Zeros(4).U32(0x04300000).Text("mntr").Text(space).Text(connection).Zeros(12).Text("acsp").Zeros(88);
        return [.. header.ToArray(), .. table.ToArray(), .. data.ToArray()];
    }

    public static byte[] Xyz(params double[] values) => [.. new ByteWriter().Text("XYZ ").Zeros(4).ToArray(), .. Fixed(values)];

    public static byte[] Gamma(int in256ths) => Samples(in256ths);

    public static byte[] Samples(params int[] values)
    {
        ByteWriter tag = new ByteWriter().Text("curv").Zeros(4).U32((uint)values.Length);
        foreach (int value in values)
        {
            tag.U16(value);
        }

        return tag.ToArray();
    }

    public static byte[] Function(int function, params double[] parameters) =>
        [.. new ByteWriter().Text("para").Zeros(4).U16(function).Zeros(2).ToArray(), .. Fixed(parameters)];

    public static byte[] Ascii(string text) =>
        new ByteWriter().Text("desc").Zeros(4).U32((uint)text.Length + 1).Text(text).Zeros(79).ToArray();

    /// <summary>A text in some languages: language and country in four letters, text.</summary>
    public static byte[] Localized(params (string Locale, string Text)[] texts)
    {
        ByteWriter records = new ByteWriter().Text("mluc").Zeros(4).U32((uint)texts.Length).U32(12);
        ByteWriter strings = new();
        int offset = 16 + (12 * texts.Length);
        foreach ((string locale, string text) in texts)
        {
            byte[] bytes = System.Text.Encoding.BigEndianUnicode.GetBytes(text);
            records.Text(locale).U32((uint)bytes.Length).U32((uint)offset);
            strings.Raw(bytes);
            offset += bytes.Length;
        }

        return [.. records.ToArray(), .. strings.ToArray()];
    }

    private static byte[] Fixed(double[] values)
    {
        ByteWriter bytes = new();
        foreach (double value in values)
        {
            bytes.U32((uint)(int)Math.Round(value * 65536));
        }

        return bytes.ToArray();
    }
}

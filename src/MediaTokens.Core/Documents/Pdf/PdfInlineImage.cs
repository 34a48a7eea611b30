namespace MediaTokens.Documents.Pdf;

/// <summary>
/// The data of an inline image (ISO 32000-1, 8.9.7): behind ID and one white space, up to EI. Their length is told by /L in PDF 2.0, and by
/// the rows of the picture where no filter is used; otherwise EI is looked for, which data may hold by chance.
/// </summary>
internal static class PdfInlineImage
{
    // Behind the real end comes more content, which is text.
    private const int TextBehindImage = 12;

    private const int MostSamples = 1 << 20;
    private const int LineEnd = 2;

    /// <summary>Finds the position behind EI.</summary>
    /// <param name="content">The content of the page.</param>
    /// <param name="start">Where the data begin.</param>
    /// <param name="image">What is between BI and ID.</param>
    public static int End(ReadOnlySpan<byte> content, int start, PdfDictionary image)
    {
        start = Math.Min(start, content.Length);
        long told = start + Length(image);
        if (told > start && told <= content.Length && TryEndAt(content, (int)told, out int end))
        {
            return end;
        }

        for (end = start; content[end..].IndexOf("EI"u8) is >= 0 and int found;)
        {
            end += found + 2;
            if ((end - 2 == start || PdfText.IsSpace(content[end - 3])) && IsContent(content[end..]))
            {
                return end;
            }
        }

        return content.Length;
    }

    private static bool TryEndAt(ReadOnlySpan<byte> content, int position, out int end)
    {
        PdfLexer lexer = new(content, position);
        lexer.Read();
        end = lexer.Position;
        return lexer.IsKeyword("EI"u8) && lexer.Start - position <= LineEnd;
    }

    private static bool IsContent(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > 0 && !PdfText.IsSpace(rest[0]))
        {
            return false;
        }

        foreach (byte letter in rest[..Math.Min(rest.Length, TextBehindImage)])
        {
            if (letter is not ((>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    // 0 where it is not told.
    private static long Length(PdfDictionary image)
    {
        if (Value(image, "L", "Length") is PdfInteger { Integer: > 0 and < int.MaxValue and long told })
        {
            return told;
        }

        if (Value(image, "F", "Filter") is not PdfNull
            || Value(image, "W", "Width") is not PdfInteger { Integer: > 0 and <= MostSamples and long width }
            || Value(image, "H", "Height") is not PdfInteger { Integer: > 0 and <= MostSamples and long height })
        {
            return 0;
        }

        if (Value(image, "IM", "ImageMask") is PdfBoolean { Value: true })
        {
            return (width + 7) / 8 * height;
        }

        long bits = Value(image, "BPC", "BitsPerComponent") is PdfInteger { Integer: > 0 and <= 16 and long depth } ? depth : 0;
        return ((width * bits * Components(Value(image, "CS", "ColorSpace"))) + 7) / 8 * height;
    }

    private static int Components(PdfObject space) => (space is PdfArray { Items: [PdfObject first, ..] } ? first : space) switch
    {
        PdfName { Value: "G" or "DeviceGray" or "CalGray" or "I" or "Indexed" } => 1,
        PdfName { Value: "RGB" or "DeviceRGB" or "CalRGB" } => 3,
        PdfName { Value: "CMYK" or "DeviceCMYK" } => 4,
        _ => 0,
    };

    private static PdfObject Value(PdfDictionary image, string key, string longKey) =>
        image.TryGet(key, out PdfObject? value) ? value : image[longKey];
}

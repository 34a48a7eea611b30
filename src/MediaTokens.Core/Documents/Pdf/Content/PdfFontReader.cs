namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// Reads a font (ISO 32000-1, 9.5 to 9.10). A simple font tells the widths of the codes from /FirstChar on in /Widths, in thousandths of an em,
/// or by the /FontMatrix of a Type 3 font; the standard 14 fonts may tell none. A composite font, Type0, cuts strings by the CMap of /Encoding
/// and takes the widths from the one font in /DescendantFonts: /W has <c>first [w w …]</c> or <c>first last w</c>, and /DW the width of all others.
/// /ToUnicode tells what the codes stand for.
/// </summary>
internal sealed class PdfFontReader(PdfFile file)
{
    private const int MostCodes = 65_536;
    private const float Thousandth = 0.001f;
    private const float FixedWidth = 0.6f;

    public PdfFont Read(PdfDictionary font)
    {
        bool isComposite = file.Get(font, "Subtype") is PdfName { Value: "Type0" };
        CodeTexts? texts = file.Get(font, "ToUnicode") is PdfStream map && file.Decode(map) is { } bytes ? CMapReader.ReadTexts(bytes.Span) : null;
        return isComposite
            ? ReadComposite(font, texts)
            : new(CodeSpace.OneByte, SimpleWidths(font), texts ?? Named(font), isVertical: false);
    }

    private PdfFont ReadComposite(PdfDictionary font, CodeTexts? texts)
    {
        PdfObject encoding = file.Get(font, "Encoding");
        CodeSpace codes = encoding switch
        {
            PdfName name => CodeSpace.Named(name.Value),
            PdfStream map when file.Decode(map) is { } bytes => CMapReader.ReadCodes(bytes.Span),
            _ => CodeSpace.TwoBytes,
        };
        bool isVertical = encoding is PdfName named ? named.Value.EndsWith("-V", StringComparison.Ordinal)
            : encoding is PdfStream stream && file.Get(stream.Dictionary, "WMode") is PdfInteger { Integer: 1 };
        return new(codes, isVertical ? new(new Dictionary<int, float>(), 1) : CompositeWidths(font), texts, isVertical);
    }

    private GlyphWidths SimpleWidths(PdfDictionary font)
    {
        if (file.Get(font, "Widths") is not PdfArray widths)
        {
            bool isFixed = file.Get(font, "BaseFont") is PdfName name && name.Value.Contains("Courier", StringComparison.Ordinal);
            return isFixed ? new(new Dictionary<int, float>(), FixedWidth) : GlyphWidths.Typical;
        }

        float unit = file.Get(font, "FontMatrix") is PdfArray { Items: [PdfNumber scale, ..] } ? (float)scale.Value : Thousandth;
        int first = file.Get(font, "FirstChar") is PdfInteger { Integer: >= 0 and <= 0xFF and long told } ? (int)told : 0;
        Dictionary<int, float> known = [];
        for (int i = 0; i < widths.Items.Count && first + i <= 0xFF; i++)
        {
            if (file.Resolve(widths.Items[i]) is PdfNumber width)
            {
                known[first + i] = (float)width.Value * unit;
            }
        }

        PdfObject missing = file.GetDictionary(font, "FontDescriptor") is { } descriptor ? file.Get(descriptor, "MissingWidth") : PdfNull.Instance;
        return new(known, missing is PdfNumber other ? (float)other.Value * unit : 0);
    }

    private GlyphWidths CompositeWidths(PdfDictionary font)
    {
        if (file.Get(font, "DescendantFonts") is not PdfArray { Items: [PdfObject only, ..] } || file.Resolve(only) is not PdfDictionary descendant)
        {
            return new(new Dictionary<int, float>(), 1);
        }

        Dictionary<int, float> known = [];
        if (file.Get(descendant, "W") is PdfArray widths)
        {
            Add(widths.Items, known);
        }

        return new(known, file.Get(descendant, "DW") is PdfNumber other ? (float)other.Value * Thousandth : 1);
    }

    private void Add(IReadOnlyList<PdfObject> widths, Dictionary<int, float> known)
    {
        int left = MostCodes;
        for (int i = 0; i + 1 < widths.Count && left > 0; i++)
        {
            if (file.Resolve(widths[i]) is not PdfInteger { Integer: >= 0 and < MostCodes and long first })
            {
                continue;
            }

            PdfObject next = file.Resolve(widths[++i]);
            if (next is PdfArray each)
            {
                for (int k = 0; k < each.Items.Count && left-- > 0; k++)
                {
                    known[(int)first + k] = file.Resolve(each.Items[k]) is PdfNumber width ? (float)width.Value * Thousandth : 0;
                }
            }
            else if (next is PdfInteger { Integer: < MostCodes and long last } && ++i < widths.Count && file.Resolve(widths[i]) is PdfNumber width)
            {
                for (long code = first; code <= last && left-- > 0; code++)
                {
                    known[(int)code] = (float)width.Value * Thousandth;
                }
            }
        }
    }

    // Without /ToUnicode, the names of the glyphs tell ligatures and spaces.
    private CodeTexts? Named(PdfDictionary font)
    {
        if (file.GetDictionary(font, "Encoding") is not { } encoding || file.Get(encoding, "Differences") is not PdfArray differences)
        {
            return null;
        }

        CodeTexts texts = new();
        bool isSpaceElsewhere = false;
        int code = 0;
        foreach (PdfObject item in differences.Items.Take(2 * MostCodes))
        {
            if (item is PdfInteger { Integer: >= 0 and <= 0xFF and long next })
            {
                code = (int)next;
            }
            else if (item is PdfName name)
            {
                isSpaceElsewhere |= code == ' ' && name.Value != "space";
                AddNamed(texts, code++, name.Value);
            }
        }

        if (!isSpaceElsewhere)
        {
            texts.AddSpace(' ');
        }

        return texts;
    }

    private static void AddNamed(CodeTexts texts, int code, string name)
    {
        switch (name)
        {
            case "space" or "nbspace":
                texts.AddSpace(code);
                break;
            case "fi" or "fl" or "ff":
                texts.Add(code, 2);
                break;
            case "ffi" or "ffl":
                texts.Add(code, 3);
                break;
        }
    }
}

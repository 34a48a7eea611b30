namespace MediaTokens.Documents.Pdf.Content;

/// <summary>The fonts of one document, each read once.</summary>
internal sealed class FontCache(PdfFile file)
{
    private const int MostFonts = 1_000;

    private readonly Dictionary<int, PdfFont> _fonts = [];

    /// <summary>The font that a value of a /Font resource leads to.</summary>
    public PdfFont Get(PdfObject value)
    {
        if (value is PdfReference known && _fonts.TryGetValue(known.Number, out PdfFont? font))
        {
            return font;
        }

        font = file.Resolve(value) is PdfDictionary dictionary ? new PdfFontReader(file).Read(dictionary) : PdfFont.Unknown;
        if (value is PdfReference reference)
        {
            if (_fonts.Count == MostFonts)
            {
                _fonts.Clear();
            }

            _fonts[reference.Number] = font;
        }

        return font;
    }
}

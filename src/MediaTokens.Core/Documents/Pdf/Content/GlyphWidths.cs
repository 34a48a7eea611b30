namespace MediaTokens.Documents.Pdf.Content;

/// <summary>How far each glyph of a font moves the text on, in em.</summary>
/// <param name="known">By code.</param>
/// <param name="otherwise">Of all other codes; null for what is typical of a text font.</param>
internal sealed class GlyphWidths(IReadOnlyDictionary<int, float> known, float? otherwise)
{
    /// <summary>A text font whose widths are not told, such as the standard 14 fonts.</summary>
    public static GlyphWidths Typical { get; } = new(new Dictionary<int, float>(), null);

    public float this[int code] => known.TryGetValue(code, out float width) ? width : otherwise ?? TypicalOf(code);

    // Means of Helvetica and Times-Roman, which the other fonts are close to.
    private static float TypicalOf(int code) => (char)code switch
    {
        ' ' or 'i' or 'j' or 'l' or 't' or 'f' or '.' or ',' or ':' or ';' or '!' or '|' or '/' or 'I' => 0.265f,
        '\'' => 0.19f,
        '(' or ')' or '[' or ']' or '-' or 'r' or '`' => 0.33f,
        'm' => 0.805f,
        'w' or 'C' or 'D' or 'H' or 'N' or 'O' or 'Q' or 'R' or 'U' or 'G' => 0.72f,
        'M' or '%' => 0.86f,
        'W' or '@' => 0.95f,
        >= 'A' and <= 'Z' => 0.635f,
        's' or 'c' or 'z' or 'J' => 0.47f,
        _ => 0.52f,
    };
}

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>What of a font counts: how strings are cut into codes, how wide their glyphs are, and what they stand for.</summary>
/// <param name="codes">How strings are cut.</param>
/// <param name="widths">How wide the glyphs are.</param>
/// <param name="texts">What the codes stand for; null where that is not told, and each is one character.</param>
/// <param name="isVertical">Whether text runs from top to bottom.</param>
internal sealed class PdfFont(CodeSpace codes, GlyphWidths widths, CodeTexts? texts, bool isVertical)
{
    /// <summary>The font of text that has none, or none that can be read.</summary>
    public static PdfFont Unknown { get; } = new(CodeSpace.OneByte, GlyphWidths.Typical, null, isVertical: false);

    public bool IsVertical => isVertical;

    /// <summary>Cuts off the first code of a string.</summary>
    /// <param name="text">At least one byte.</param>
    /// <param name="code">The code.</param>
    /// <returns>Its bytes, 1 to 4.</returns>
    public int ReadCode(ReadOnlySpan<byte> text, out int code) => codes.Read(text, out code);

    /// <summary>How far a glyph moves the text on, in em.</summary>
    public float Width(int code) => widths[code];

    /// <summary>The characters that a code stands for: more than one for a ligature.</summary>
    public int Characters(int code) => texts?.Characters(code) ?? 1;

    /// <summary>Whether a code stands for a space.</summary>
    public bool IsSpace(int code) => texts?.IsSpace(code) ?? (code == ' ' && codes.IsOneByte);
}

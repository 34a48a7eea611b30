using System.Numerics;

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// Lays text out (ISO 32000-1, 9.4) as far as it tells where strings begin and end. The text matrix, and then the current transformation
/// matrix, turn text space into the space of the page; each shown string moves the text matrix on by the widths of its glyphs.
/// </summary>
internal sealed class TextLayout
{
    private const float Thousandth = 0.001f;

    private Matrix3x2 _text = Matrix3x2.Identity;
    private Matrix3x2 _line = Matrix3x2.Identity;

    /// <summary>The characters shown.</summary>
    public CharacterCount Count { get; } = new();

    /// <summary>Whether any was shown.</summary>
    public bool HasText { get; private set; }

    /// <summary>Begins a line at a place of its own.</summary>
    public void Place(Matrix3x2 matrix) => _text = _line = matrix;

    /// <summary>Begins a line at a distance from where the last one began.</summary>
    public void MoveLine(float x, float y) => Place(Matrix3x2.CreateTranslation(x, y) * _line);

    /// <summary>Shows strings; numbers between them move back by thousandths of an em.</summary>
    public void Show(PdfArray texts, in GraphicsState state)
    {
        foreach (PdfObject item in texts.Items)
        {
            if (item is PdfString part)
            {
                Show(part.Bytes, state);
            }
            else if (item is PdfNumber back)
            {
                Advance((float)-back.Value * Thousandth * state.FontSize, state);
            }
        }
    }

    /// <summary>Shows a string.</summary>
    public void Show(ReadOnlySpan<byte> text, in GraphicsState state)
    {
        if (text.IsEmpty)
        {
            return;
        }

        HasText = true;
        PdfFont font = state.Font ?? PdfFont.Unknown;
        Matrix3x2 place = _text * state.Transformation;
        Vector2 along = font.IsVertical ? new(0, -state.FontSize) : new(state.FontSize * state.HorizontalScale, 0);
        Vector2 across = font.IsVertical ? new(state.FontSize, 0) : new(0, state.FontSize);
        Count.Begin(place.Translation, Vector2.TransformNormal(along, place), Vector2.TransformNormal(across, place).Length());
        float width = 0;
        while (!text.IsEmpty)
        {
            int length = font.ReadCode(text, out int code);
            Count.Add(font.Characters(code), font.IsSpace(code));
            width += (font.Width(code) * state.FontSize) + state.CharacterSpacing + (length == 1 && code == ' ' ? state.WordSpacing : 0);
            text = text[length..];
        }

        Advance(width, state);
        Count.End((_text * state.Transformation).Translation);
    }

    private void Advance(float width, in GraphicsState state) =>
        _text = (state.Font is { IsVertical: true }
            ? Matrix3x2.CreateTranslation(0, -width)
            : Matrix3x2.CreateTranslation(width * state.HorizontalScale, 0)) * _text;
}

using System.Numerics;
using System.Text;

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// One pass over the operators of a page's or form's content (ISO 32000-1, Annex A): those that show text or draw pictures, and those that
/// move text, so that gaps between words can be told. Text is laid out in text space, which the text matrix and then the current
/// transformation matrix turn into the space of the page; each shown string moves the text matrix on by the widths of its glyphs.
/// </summary>
internal sealed class ContentScan(ContentReader reader, PdfFile file, FontCache fonts, PdfDictionary resources)
{
    private const int DeepestStack = 512;
    private const float Thousandth = 0.001f;

    private readonly List<PdfObject> _operands = [];
    private readonly Stack<GraphicsState> _saved = new();
    private readonly CharacterCount _count = new();
    private readonly Dictionary<string, PdfFont> _named = [];
    private GraphicsState _state = new();
    private Matrix3x2 _text = Matrix3x2.Identity;
    private Matrix3x2 _line = Matrix3x2.Identity;
    private bool _hasText;
    private bool _hasPicture;
    private bool _isComplete = true;

    public ContentFinding Read(ReadOnlySpan<byte> content)
    {
        PdfContentParser parser = new(content);
        while (parser.TryRead(_operands, out ReadOnlySpan<byte> name))
        {
            if (!reader.TrySpend())
            {
                _isComplete = false;
                break;
            }

            if (name.Length <= 2)
            {
                Apply(Encoding.Latin1.GetString(name));
            }
        }

        return new(_count.Characters, _hasText, _hasPicture, _isComplete && !parser.IsBroken);
    }

    private void Apply(string name)
    {
        switch (name)
        {
            case "q" when _saved.Count < DeepestStack:
                _saved.Push(_state);
                break;
            case "Q" when _saved.Count > 0:
                _state = _saved.Pop();
                break;
            case "cm":
                _state.Transformation = Matrix() * _state.Transformation;
                break;
            case "Do":
                Draw();
                break;
            case "BI":
                _hasPicture = true;
                break;
            default:
                ApplyText(name);
                break;
        }
    }

    private void ApplyText(string name)
    {
        switch (name)
        {
            case "BT":
                _text = _line = Matrix3x2.Identity;
                break;
            case "Tf":
                _state.Font = Font();
                _state.FontSize = Number(1);
                break;
            case "Tc":
                _state.CharacterSpacing = Number(1);
                break;
            case "Tw":
                _state.WordSpacing = Number(1);
                break;
            case "Tz":
                _state.HorizontalScale = Number(1) / 100;
                break;
            case "TL":
                _state.Leading = Number(1);
                break;
            case "Tm":
                _text = _line = Matrix();
                break;
            case "TD":
                _state.Leading = -Number(1);
                goto case "Td";
            case "Td":
                MoveLine(Number(2), Number(1));
                break;
            case "T*":
                MoveLine(0, -_state.Leading);
                break;
            default:
                ApplyShow(name);
                break;
        }
    }

    private void ApplyShow(string name)
    {
        switch (name)
        {
            case "\"":
                _state.WordSpacing = Number(3);
                _state.CharacterSpacing = Number(2);
                goto case "'";
            case "'":
                MoveLine(0, -_state.Leading);
                goto case "Tj";
            case "Tj":
                Show(_operands is [.., PdfString text] ? text.Bytes : []);
                break;
            case "TJ" when _operands is [.., PdfArray shown]:
                ShowAll(shown);
                break;
        }
    }

    private void ShowAll(PdfArray shown)
    {
        foreach (PdfObject item in shown.Items)
        {
            if (item is PdfString part)
            {
                Show(part.Bytes);
            }
            else if (item is PdfNumber back)
            {
                Advance((float)-back.Value * Thousandth * _state.FontSize);
            }
        }
    }

    private void Show(ReadOnlySpan<byte> shown)
    {
        if (shown.IsEmpty)
        {
            return;
        }

        PdfFont font = _state.Font ?? PdfFont.Unknown;
        _hasText = true;
        Matrix3x2 place = _text * _state.Transformation;
        Vector2 along = font.IsVertical ? new(0, -_state.FontSize) : new(_state.FontSize * _state.HorizontalScale, 0);
        Vector2 up = font.IsVertical ? new(_state.FontSize, 0) : new(0, _state.FontSize);
        _count.Begin(place.Translation, Vector2.TransformNormal(along, place), Vector2.TransformNormal(up, place).Length());
        float width = 0;
        while (!shown.IsEmpty)
        {
            int length = font.ReadCode(shown, out int code);
            _count.Add(font.Characters(code), font.IsSpace(code));
            width += (font.Width(code) * _state.FontSize) + _state.CharacterSpacing
                + (length == 1 && code == ' ' ? _state.WordSpacing : 0);
            shown = shown[length..];
        }

        Advance(width);
        _count.End((_text * _state.Transformation).Translation);
    }

    private void Advance(float width) =>
        _text = (_state.Font is { IsVertical: true }
            ? Matrix3x2.CreateTranslation(0, -width)
            : Matrix3x2.CreateTranslation(width * _state.HorizontalScale, 0)) * _text;

    private void MoveLine(float x, float y) => _text = _line = Matrix3x2.CreateTranslation(x, y) * _line;

    private void Draw()
    {
        if (_operands is not [.., PdfName name] || file.GetDictionary(resources, "XObject") is not { } drawn
            || file.Get(drawn, name.Value) is not PdfStream stream)
        {
            return;
        }

        if (file.Get(stream.Dictionary, "Subtype") is not PdfName { Value: "Form" })
        {
            _hasPicture = true;
            return;
        }

        ContentFinding found = reader.ReadForm(stream, resources);
        _count.AddApart(found.Characters);
        _hasText |= found.HasText;
        _hasPicture |= found.HasPicture;
        _isComplete &= found.IsComplete;
    }

    private PdfFont? Font()
    {
        if (_operands is not [.., PdfName name, _])
        {
            return null;
        }

        if (!_named.TryGetValue(name.Value, out PdfFont? font) && file.GetDictionary(resources, "Font")?[name.Value] is { } value and not PdfNull)
        {
            font = fonts.Get(value);
            _named[name.Value] = font;
        }

        return font;
    }

    private Matrix3x2 Matrix() => new(Number(6), Number(5), Number(4), Number(3), Number(2), Number(1));

    // Counted from the last operand; 0 where there are fewer, or it is no number.
    private float Number(int fromLast) =>
        _operands.Count >= fromLast && _operands[^fromLast] is PdfNumber number ? (float)number.Value : 0;
}

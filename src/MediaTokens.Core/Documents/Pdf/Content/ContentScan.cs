using System.Numerics;
using System.Text;

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// One pass over the operators of a page's or form's content (ISO 32000-1, Annex A): those that show text or draw pictures, and those that
/// move text, so that gaps between words can be told.
/// </summary>
internal sealed class ContentScan(ContentReader reader, PdfFile file, FontCache fonts, PdfDictionary resources)
{
    private const int DeepestStack = 512;

    private readonly List<PdfObject> _operands = [];
    private readonly Stack<GraphicsState> _saved = new();
    private readonly TextLayout _text = new();
    private readonly Dictionary<string, PdfFont> _named = [];
    private GraphicsState _state = new();
    private bool _hasFormText;
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

        return new(_text.Count.Characters, _text.HasText || _hasFormText, _hasPicture, _isComplete && !parser.IsBroken);
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
                _text.Place(Matrix3x2.Identity);
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
                _text.Place(Matrix());
                break;
            case "TD":
                _state.Leading = -Number(1);
                goto case "Td";
            case "Td":
                _text.MoveLine(Number(2), Number(1));
                break;
            case "T*":
                _text.MoveLine(0, -_state.Leading);
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
                _text.MoveLine(0, -_state.Leading);
                goto case "Tj";
            case "Tj":
                _text.Show(_operands is [.., PdfString text] ? text.Bytes : [], _state);
                break;
            case "TJ" when _operands is [.., PdfArray texts]:
                _text.Show(texts, _state);
                break;
        }
    }

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
        _text.Count.AddApart(found.Characters);
        _hasFormText |= found.HasText;
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

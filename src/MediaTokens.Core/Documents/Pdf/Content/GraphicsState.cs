using System.Numerics;

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>What of the graphics state moves text (ISO 32000-1, 8.4.1 and 9.3). Lengths are in units of text space.</summary>
internal record struct GraphicsState()
{
    /// <summary>From user space to that of the page or form.</summary>
    public Matrix3x2 Transformation { get; set; } = Matrix3x2.Identity;

    /// <summary>Null where none was set.</summary>
    public PdfFont? Font { get; set; }

    public float FontSize { get; set; }

    /// <summary>Is added to the width of each character.</summary>
    public float CharacterSpacing { get; set; }

    /// <summary>Is added to the width of the single-byte code 32.</summary>
    public float WordSpacing { get; set; }

    /// <summary>A factor.</summary>
    public float HorizontalScale { get; set; } = 1;

    /// <summary>From line to line.</summary>
    public float Leading { get; set; }
}

using System.Diagnostics.CodeAnalysis;

namespace MediaTokens.Documents.Pdf;

/// <summary>One of the nine kinds of values that a PDF document is made of (ISO 32000-1, 7.3).</summary>
internal abstract record PdfObject;

/// <summary>The null object, which stands for everything that is missing too.</summary>
internal sealed record PdfNull : PdfObject
{
    public static readonly PdfNull Instance = new();

    private PdfNull()
    {
    }
}

internal sealed record PdfBoolean(bool Value) : PdfObject;

/// <summary>An integer or a real number.</summary>
internal abstract record PdfNumber : PdfObject
{
    /// <summary>The number; always finite.</summary>
    public abstract double Value { get; }
}

/// <param name="Integer">The integer; one that is out of bounds is the largest or the smallest there is.</param>
internal sealed record PdfInteger(long Integer) : PdfNumber
{
    public override double Value => Integer;
}

/// <param name="Real">The number; always finite.</param>
internal sealed record PdfReal(double Real) : PdfNumber
{
    public override double Value => Real;
}

/// <param name="Value">The name without its slash; each character is one byte.</param>
internal sealed record PdfName(string Value) : PdfObject;

/// <param name="Bytes">What is between the parentheses or angle brackets, escapes and encryption undone.</param>
internal sealed record PdfString(byte[] Bytes) : PdfObject;

/// <param name="Items">Anything, references among them.</param>
internal sealed record PdfArray(IReadOnlyList<PdfObject> Items) : PdfObject;

/// <summary>Values by name. Values may be references, which <see cref="PdfFile"/> resolves.</summary>
/// <param name="Entries">By name, without the slash.</param>
internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfObject> Entries) : PdfObject
{
    public static PdfDictionary Empty { get; } = new(new Dictionary<string, PdfObject>());

    /// <summary>The value as it is written, a reference perhaps; null where there is none.</summary>
    public PdfObject this[string key] => Entries.TryGetValue(key, out PdfObject? value) ? value : PdfNull.Instance;

    /// <summary>Whether a value is a certain name, written directly.</summary>
    public bool IsName(string key, string name) => this[key] is PdfName value && value.Value == name;

    public bool TryGet(string key, [NotNullWhen(true)] out PdfObject? value) => Entries.TryGetValue(key, out value);
}

/// <summary>The indirect object of that number.</summary>
internal sealed record PdfReference(int Number, int Generation) : PdfObject;

/// <summary>A dictionary and bytes, which stay in the file until they are asked for.</summary>
/// <param name="Dictionary">The stream dictionary.</param>
/// <param name="Position">Where its first byte is, from the start of the file.</param>
/// <param name="Number">The indirect object that it is, which its encryption depends on.</param>
/// <param name="Generation">The generation of the object.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, long Position, int Number, int Generation) : PdfObject;

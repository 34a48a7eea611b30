namespace MediaTokens.Documents.Pdf;

/// <summary>The objects of one document, parsed when they are asked for.</summary>
internal sealed class PdfFile
{
    /// <summary>The object that a reference leads to, or the object itself; the null object where there is none.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PdfObject Resolve(PdfObject value) => throw new NotSupportedException(value.ToString());

    /// <summary>A dictionary's value, resolved; the null object where there is none.</summary>
    public PdfObject Get(PdfDictionary dictionary, string key) => Resolve(dictionary[key]);

    /// <summary>A dictionary's value that is a dictionary itself, or a stream's dictionary; null where it is neither.</summary>
    public PdfDictionary? GetDictionary(PdfDictionary dictionary, string key) => Get(dictionary, key) switch
    {
        PdfDictionary value => value,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    /// <summary>The decoded bytes of a stream: all that could be decoded where its end is damaged.</summary>
    /// <returns>Null where the bytes are those of a picture's own format, more than is decoded at most, or encrypted in an unknown way.</returns>
    public ReadOnlyMemory<byte>? Decode(PdfStream stream) => throw new NotSupportedException(stream.ToString());
}

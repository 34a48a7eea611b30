namespace MediaTokens.Documents.Pdf;

/// <summary>What <see cref="PdfLexer"/> tells apart.</summary>
internal enum PdfToken
{
    /// <summary>There are no more bytes.</summary>
    End,

    Integer,
    Real,
    Name,
    String,
    HexString,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,

    /// <summary>Anything else: true, null, obj, R, stream, an operator.</summary>
    Keyword,
}

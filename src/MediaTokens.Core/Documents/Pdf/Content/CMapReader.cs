using System.Buffers.Binary;

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// Reads a CMap that a document has within itself (ISO 32000-1, 9.7.5 and 9.10.3), a program in PostScript of which these parts matter:
/// <c>begincodespacerange &lt;low&gt; &lt;high&gt; … endcodespacerange</c>, <c>beginbfchar &lt;code&gt; &lt;text&gt; … endbfchar</c>
/// and <c>beginbfrange &lt;low&gt; &lt;high&gt; &lt;text&gt; … endbfrange</c>, where an array of texts may stand for the text.
/// </summary>
internal static class CMapReader
{
    private const int LargestMap = 4 << 20;
    private const int MostRanges = 256;
    private const int LongestCode = 4;

    /// <summary>The ranges of codes.</summary>
    public static CodeSpace ReadCodes(ReadOnlySpan<byte> map)
    {
        List<CodeSpace.Range> ranges = [];
        PdfLexer lexer = new(map[..Math.Min(map.Length, LargestMap)]);
        while (lexer.Read() != PdfToken.End && ranges.Count < MostRanges)
        {
            if (lexer.IsKeyword("begincodespacerange"u8))
            {
                while (TryReadCode(ref lexer, out uint low, out int length) && TryReadCode(ref lexer, out uint high, out _) && ranges.Count < MostRanges)
                {
                    ranges.Add(new(length, low, high));
                }
            }
        }

        return CodeSpace.Of(ranges);
    }

    /// <summary>What the codes stand for.</summary>
    public static CodeTexts ReadTexts(ReadOnlySpan<byte> map)
    {
        CodeTexts texts = new();
        PdfLexer lexer = new(map[..Math.Min(map.Length, LargestMap)]);
        while (lexer.Read() != PdfToken.End)
        {
            if (lexer.IsKeyword("beginbfchar"u8))
            {
                while (TryReadCode(ref lexer, out uint code, out _) && lexer.Read() == PdfToken.HexString)
                {
                    texts.Add(code, code, lexer.String());
                }
            }
            else if (lexer.IsKeyword("beginbfrange"u8))
            {
                ReadRanges(ref lexer, texts);
            }
        }

        return texts;
    }

    private static void ReadRanges(ref PdfLexer lexer, CodeTexts texts)
    {
        while (TryReadCode(ref lexer, out uint low, out _) && TryReadCode(ref lexer, out uint high, out _))
        {
            if (lexer.Read() == PdfToken.HexString)
            {
                texts.Add(low, high, lexer.String());
            }
            else if (lexer.Token == PdfToken.ArrayStart)
            {
                for (uint code = low; lexer.Read() == PdfToken.HexString; code++)
                {
                    texts.Add(code, code, lexer.String());
                }
            }
        }
    }

    private static bool TryReadCode(ref PdfLexer lexer, out uint code, out int length)
    {
        code = 0;
        length = 0;
        if (lexer.Read() != PdfToken.HexString || lexer.String() is not { Length: > 0 and <= LongestCode } bytes)
        {
            return false;
        }

        Span<byte> padded = stackalloc byte[LongestCode];
        bytes.CopyTo(padded[(LongestCode - bytes.Length)..]);
        code = BinaryPrimitives.ReadUInt32BigEndian(padded);
        length = bytes.Length;
        return true;
    }
}

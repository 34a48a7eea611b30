using MediaTokens.Documents.Pdf.Filters;
using MediaTokens.Documents.Pdf.Security;

namespace MediaTokens.Documents.Pdf;

/// <summary>Reads the bytes of streams and decodes them, all bounded: for one stream, and for the document.</summary>
internal sealed class PdfStreamReader(PdfFile file, PdfWindow window)
{
    /// <summary>The most bytes of one stream, encoded or decoded.</summary>
    public const int LargestStream = 64 << 20;

    private const int MostFilters = 16;
    private const int LineEnd = 2;

    // One stream may be the content of every page; a document that lives on that decodes more than its size ever explains.
    private const long DecodeAlways = 256L << 20;
    private const long DecodesOfAll = 64;

    private long _left = DecodeAlways + (DecodesOfAll * Math.Min(window.Length, 1L << 50));

    /// <summary>The decoded bytes; null where they cannot be told.</summary>
    /// <param name="stream">A stream of this file.</param>
    /// <param name="cipher">Undoes the encryption; null where there is none.</param>
    public ReadOnlyMemory<byte>? Decode(PdfStream stream, PdfCipher? cipher)
    {
        PdfFilter[]? filters = Filters(stream.Dictionary);
        if (_left < 0 || filters is null || !Array.TrueForAll(filters, filter => filter.IsKnown) || ReadRaw(stream) is not { } raw)
        {
            return null;
        }

        _left -= raw.Length;
        ReadOnlyMemory<byte>? plain = cipher is null ? raw : cipher.DecryptStream(raw, stream, CryptFilter(stream.Dictionary, filters));
        ReadOnlyMemory<byte>? bytes = plain is { } encoded ? FilterChain.Decode(encoded, filters, LargestStream) : null;
        _left -= bytes?.Length ?? LargestStream;
        return bytes;
    }

    private PdfFilter[]? Filters(PdfDictionary dictionary)
    {
        PdfObject filter = file.Get(dictionary, dictionary.Entries.ContainsKey("Filter") ? "Filter" : "F");
        IReadOnlyList<PdfObject> names = filter switch
        {
            PdfName => [filter],
            PdfArray array => array.Items,
            _ => [],
        };
        return names.Count > MostFilters
            ? null
            : [.. names.Select((name, index) => Filter(file.Resolve(name), Parameters(dictionary, index)))];
    }

    private PdfDictionary Parameters(PdfDictionary dictionary, int index)
    {
        PdfObject parameters = file.Get(dictionary, dictionary.Entries.ContainsKey("DecodeParms") ? "DecodeParms" : "DP");
        parameters = parameters switch
        {
            PdfArray array when index < array.Items.Count => file.Resolve(array.Items[index]),
            PdfDictionary when index == 0 => parameters,
            _ => PdfNull.Instance,
        };
        return parameters as PdfDictionary ?? PdfDictionary.Empty;
    }

    private PdfFilter Filter(PdfObject name, PdfDictionary parameters) => new(
        name is PdfName filter ? PdfFilter.FullName(filter.Value) : "",
        Number(parameters, "EarlyChange", 1) == 0 ? 0 : 1,
        new Predictor(
            Number(parameters, "Predictor", 1), Number(parameters, "Colors", 1), Number(parameters, "BitsPerComponent", 8), Number(parameters, "Columns", 1)));

    private int Number(PdfDictionary dictionary, string key, int otherwise) =>
        file.Get(dictionary, key) is PdfInteger value ? (int)Math.Clamp(value.Integer, int.MinValue, int.MaxValue) : otherwise;

    private string? CryptFilter(PdfDictionary dictionary, PdfFilter[] filters)
    {
        int index = Array.FindIndex(filters, filter => filter.Name == "Crypt");
        return index < 0 ? null : (file.Get(Parameters(dictionary, index), "Name") as PdfName)?.Value ?? PdfCipher.Identity;
    }

    private byte[]? ReadRaw(PdfStream stream)
    {
        long length = Length(stream);
        if (length > LargestStream)
        {
            return null;
        }

        byte[] raw = new byte[length];
        int read = window.Read(stream.Position, raw);
        return read == raw.Length ? raw : raw[..read];
    }

    // What /Length tells, where "endstream" follows; otherwise all that comes before "endstream".
    private long Length(PdfStream stream)
    {
        long start = stream.Position;
        long rest = Math.Max(0, window.Length - start);
        if (file.Get(stream.Dictionary, "Length") is PdfInteger { Integer: >= 0 and long told } && told <= rest && EndsAt(start + told))
        {
            return told;
        }

        long end = window.Find("endstream"u8, start, LargestStream);
        if (end < 0)
        {
            end = window.Find("endobj"u8, start, LargestStream);
        }

        if (end < 0)
        {
            return rest;
        }

        ReadOnlySpan<byte> last = window.At(Math.Max(start, end - LineEnd), LineEnd)[..(int)Math.Min(LineEnd, end - start)];
        return end - start - (last is [.., (byte)'\r', (byte)'\n'] ? 2 : last is [.., (byte)'\r' or (byte)'\n'] ? 1 : 0);
    }

    private bool EndsAt(long position)
    {
        PdfLexer lexer = new(window.At(position, 64));
        lexer.Read();
        return lexer.Token == PdfToken.Keyword && lexer.Text.StartsWith("endstream"u8);
    }
}

namespace MediaTokens.Documents.Pdf.Filters;

/// <summary>One filter of a stream, with its parameters resolved.</summary>
/// <param name="Name">Its full name, such as FlateDecode.</param>
/// <param name="EarlyChange">Of LZWDecode: how many codes early its codes get longer.</param>
/// <param name="Predictor">Of FlateDecode and LZWDecode.</param>
internal sealed record PdfFilter(string Name, int EarlyChange, Predictor Predictor)
{
    /// <summary>Whether it can be decoded here; the formats of pictures cannot.</summary>
    public bool IsKnown => Name is "FlateDecode" or "LZWDecode" or "ASCII85Decode" or "ASCIIHexDecode" or "RunLengthDecode" or "Crypt";

    /// <summary>The name that stands for a filter, which may be short as in inline images.</summary>
    public static string FullName(string name) => name switch
    {
        "Fl" => "FlateDecode",
        "LZW" => "LZWDecode",
        "A85" => "ASCII85Decode",
        "AHx" => "ASCIIHexDecode",
        "RL" => "RunLengthDecode",
        _ => name,
    };
}

/// <summary>Decodes the bytes of a stream by its filters, one after the other (ISO 32000-1, 7.4).</summary>
internal static class FilterChain
{
    /// <summary>Decodes.</summary>
    /// <param name="bytes">The encoded bytes.</param>
    /// <param name="filters">In the order of decoding.</param>
    /// <param name="limit">The most bytes that each filter may give.</param>
    /// <returns>All that could be decoded; null where a filter is not known, or gives more than the limit.</returns>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> bytes, IReadOnlyList<PdfFilter> filters, int limit)
    {
        foreach (PdfFilter filter in filters)
        {
            if (!filter.IsKnown || !filter.Predictor.IsValid)
            {
                return null;
            }

            if (filter.Name == "Crypt")
            {
                continue;
            }

            BoundedBuffer output = new(limit);
            Decode(bytes, filter, output);
            if (output.IsOverfull)
            {
                return null;
            }

            bytes = filter.Predictor.Undo(output.Bytes);
        }

        return bytes;
    }

    private static void Decode(ReadOnlyMemory<byte> bytes, PdfFilter filter, BoundedBuffer output)
    {
        switch (filter.Name)
        {
            case "FlateDecode":
                FlateFilter.Decode(bytes, output);
                break;
            case "LZWDecode":
                LzwFilter.Decode(bytes.Span, output, filter.EarlyChange);
                break;
            case "ASCII85Decode":
                AsciiFilters.Decode85(bytes.Span, output);
                break;
            case "ASCIIHexDecode":
                AsciiFilters.DecodeHexadecimal(bytes.Span, output);
                break;
            default:
                RunLengthFilter.Decode(bytes.Span, output);
                break;
        }
    }
}

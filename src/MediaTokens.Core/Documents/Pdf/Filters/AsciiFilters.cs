namespace MediaTokens.Documents.Pdf.Filters;

/// <summary>ASCIIHexDecode and ASCII85Decode (ISO 32000-1, 7.4.2 and 7.4.3). What is none of their letters is passed over.</summary>
internal static class AsciiFilters
{
    /// <summary>Two hexadecimal digits a byte, up to &gt;.</summary>
    public static void DecodeHexadecimal(ReadOnlySpan<byte> input, BoundedBuffer output)
    {
        int end = input.IndexOf((byte)'>');
        output.Add(PdfText.Hexadecimal(end < 0 ? input : input[..end]));
    }

    /// <summary>
    /// Five digits to the base 85, ! to u, for four bytes; z for four zeros; fewer digits at the end for fewer bytes; up to ~&gt;.
    /// </summary>
    public static void Decode85(ReadOnlySpan<byte> input, BoundedBuffer output)
    {
        Span<byte> bytes = stackalloc byte[4];
        uint value = 0;
        int digits = 0;
        foreach (byte letter in input)
        {
            if (letter == '~' || output.IsOverfull)
            {
                break;
            }

            if (letter == 'z' && digits == 0)
            {
                output.Add("\0\0\0\0"u8);
            }
            else if (letter is >= (byte)'!' and <= (byte)'u')
            {
                value = unchecked((value * 85) + letter - '!');
                if (++digits == 5)
                {
                    System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
                    output.Add(bytes);
                    (value, digits) = (0, 0);
                }
            }
        }

        if (digits > 1)
        {
            int count = digits - 1;
            for (; digits < 5; digits++)
            {
                value = unchecked((value * 85) + 84);
            }

            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            output.Add(bytes[..count]);
        }
    }
}

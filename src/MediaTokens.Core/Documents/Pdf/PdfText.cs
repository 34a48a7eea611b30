using System.Text;

namespace MediaTokens.Documents.Pdf;

/// <summary>The characters of PDF's syntax, and the values of names and strings (ISO 32000-1, 7.2.2, 7.3.4 and 7.3.5).</summary>
internal static class PdfText
{
    // Names are at most 127 bytes in files that keep to the limits of the standard's first edition.
    private const int LongestName = 4096;

    public static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte value) => value is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']'
        or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public static bool IsRegular(byte value) => !IsSpace(value) && !IsDelimiter(value);

    /// <summary>The name that is written so, without the slash.</summary>
    public static string Name(ReadOnlySpan<byte> written)
    {
        written = written[..Math.Min(written.Length, LongestName)];
        if (!written.Contains((byte)'#'))
        {
            return Encoding.Latin1.GetString(written);
        }

        StringBuilder name = new(written.Length);
        for (int i = 0; i < written.Length; i++)
        {
            if (written[i] == '#' && i + 2 < written.Length && Digit(written[i + 1]) is >= 0 and int high && Digit(written[i + 2]) is >= 0 and int low)
            {
                name.Append((char)((high << 4) | low));
                i += 2;
            }
            else
            {
                name.Append((char)written[i]);
            }
        }

        return name.ToString();
    }

    /// <summary>The bytes of a string in parentheses.</summary>
    /// <param name="written">The parentheses included; the closing one may be missing.</param>
    public static byte[] Literal(ReadOnlySpan<byte> written)
    {
        ReadOnlySpan<byte> inside = written[1..^(written.Length > 1 && written[^1] == ')' ? 1 : 0)];
        byte[] bytes = new byte[inside.Length];
        int count = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            byte value = inside[i];
            if (value == '\\')
            {
                if (!TryUnescape(inside, ref i, out value))
                {
                    continue;
                }
            }
            else if (value == '\r')
            {
                // However a line ends, it stands for a line feed.
                i += i + 1 < inside.Length && inside[i + 1] == '\n' ? 1 : 0;
                value = (byte)'\n';
            }

            bytes[count++] = value;
        }

        return bytes.AsSpan(0, count).ToArray();
    }

    /// <summary>The bytes of a string in angle brackets; what is no digit is skipped, and a last odd digit is followed by 0.</summary>
    /// <param name="written">The brackets included; the closing one may be missing.</param>
    public static byte[] Hexadecimal(ReadOnlySpan<byte> written)
    {
        byte[] bytes = new byte[(written.Length + 1) / 2];
        int digits = 0;
        foreach (byte letter in written)
        {
            int digit = Digit(letter);
            if (digit >= 0)
            {
                bytes[digits / 2] |= (byte)(digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }

        return bytes.AsSpan(0, (digits + 1) / 2).ToArray();
    }

    /// <summary>The value of a hexadecimal digit; -1 where it is none.</summary>
    public static int Digit(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        _ => -1,
    };

    // False for the end of a line that only the file was broken at.
    private static bool TryUnescape(ReadOnlySpan<byte> inside, ref int i, out byte value)
    {
        value = 0;
        if (++i >= inside.Length)
        {
            return false;
        }

        byte letter = inside[i];
        if (letter is >= (byte)'0' and <= (byte)'7')
        {
            int code = letter - '0';
            for (int digits = 1; digits < 3 && i + 1 < inside.Length && inside[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
            {
                code = (code * 8) + inside[++i] - '0';
            }

            value = (byte)code;
            return true;
        }

        if (letter is (byte)'\r' or (byte)'\n')
        {
            i += letter == '\r' && i + 1 < inside.Length && inside[i + 1] == '\n' ? 1 : 0;
            return false;
        }

        value = letter switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            _ => letter,
        };
        return true;
    }
}

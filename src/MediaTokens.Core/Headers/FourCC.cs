namespace MediaTokens.Headers;

/// <summary>The four-letter codes of chunks, boxes and brands, as big-endian numbers.</summary>
internal static class FourCC
{
    /// <summary>The code as letters, or as hexadecimal digits when it is not made of printable ASCII.</summary>
    public static string Name(uint code)
    {
        Span<char> letters = stackalloc char[4];
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)((code >> (24 - (8 * i))) & 0xFF);
            if (letters[i] is < ' ' or > '~')
            {
                return code.ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return $"'{letters}'";
    }
}

using System.Text;
using static System.FormattableString;

namespace MediaTokens.Headers.Web;

/// <summary>Addresses that hold the file itself (RFC 2397): "data:", type, ";base64" or nothing, a comma, data.</summary>
internal static class DataUri
{
    /// <summary>The bytes that may be in it at most: more than any vendor takes within a request.</summary>
    public const int MaximumLength = 64 << 20;

    private const string Scheme = "data:";
    private const int LongestText = 64;

    /// <summary>Whether a text begins like one.</summary>
    public static bool IsDataUri(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The beginning, which tells one from another, and is short enough to be shown.</summary>
    public static string Shorten(string text)
    {
        string start = text.Length > LongestText ? $"{text.AsSpan(0, LongestText - 3)}..." : text;
        return string.Concat(start.Where(letter => !char.IsControl(letter)));
    }

    /// <summary>The file.</summary>
    /// <exception cref="MediaException">InvalidUri; FileTooLarge.</exception>
    public static byte[] Decode(string text)
    {
        int comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            throw WebError.InvalidUri("It has no comma before its data.");
        }

        ReadOnlySpan<char> head = text.AsSpan(Scheme.Length, comma - Scheme.Length).TrimEnd();
        int fragment = text.IndexOf('#', comma);
        ReadOnlySpan<char> data = fragment < 0 ? text.AsSpan(comma + 1) : text.AsSpan(comma + 1, fragment - comma - 1);
        byte[] bytes = Unescape(data, IsBase64(head) ? MaximumLength / 3 * 4 : MaximumLength);
        return IsBase64(head) ? FromBase64(bytes) : bytes;
    }

    private static bool IsBase64(ReadOnlySpan<char> head)
    {
        int semicolon = head.LastIndexOf(';');
        return semicolon >= 0 && head[(semicolon + 1)..].Trim().Equals("base64", StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Unescape(ReadOnlySpan<char> data, int most)
    {
        // Each letter is three bytes at most, and what is escaped becomes shorter.
        if (data.Length > 3L * most)
        {
            throw TooLarge();
        }

        byte[] bytes = Encoding.UTF8.GetBytes(data.ToArray());
        int count = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                bytes[count++] = (byte)((Digit(bytes[i + 1]) << 4) | Digit(bytes[i + 2]));
                i += 2;
            }
            else
            {
                bytes[count++] = bytes[i];
            }
        }

        return count <= most ? bytes[..count] : throw TooLarge();
    }

    // WHATWG, Infra, "forgiving-base64 decode": white space is left out, and the padding may be missing.
    private static byte[] FromBase64(byte[] text)
    {
        int count = 0;
        foreach (byte letter in text)
        {
            if (letter is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r'))
            {
                text[count++] = letter;
            }
        }

        byte[] padded = new byte[(count + 3) / 4 * 4];
        text.AsSpan(0, count).CopyTo(padded);
        padded.AsSpan(count).Fill((byte)'=');
        byte[] bytes = new byte[padded.Length / 4 * 3];
        return System.Buffers.Text.Base64.DecodeFromUtf8(padded, bytes, out _, out int written) == System.Buffers.OperationStatus.Done
            ? bytes[..written]
            : throw WebError.InvalidUri("Its data is not base64.");
    }

    private static int Digit(byte letter) => letter <= '9' ? letter - '0' : (letter & 0xF) + 9;

    private static MediaException TooLarge() => new(
        MediaErrorId.FileTooLarge,
        Invariant($"It holds more than {MaximumLength} bytes."),
        "Save the data to a file and count that.");
}

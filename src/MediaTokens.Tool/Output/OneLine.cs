using System.Globalization;
using System.Text;

namespace MediaTokens.Tool.Output;

/// <summary>Makes control characters visible, so that a file's name can neither break a line nor steer a terminal.</summary>
internal static class OneLine
{
    public static string Of(string text) => text.Any(char.IsControl) ? Escape(text) : text;

    private static string Escape(string text)
    {
        StringBuilder builder = new(text.Length + 8);
        foreach (char c in text)
        {
            string? escaped = c switch
            {
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $@"\x{(int)c:x2}"),
                _ => null,
            };
            _ = escaped is null ? builder.Append(c) : builder.Append(escaped);
        }

        return builder.ToString();
    }
}

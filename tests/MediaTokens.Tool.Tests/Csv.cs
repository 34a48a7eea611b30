using System.Text;

namespace MediaTokens.Tool.Tests;

/// <summary>Reads comma-separated values by the letter of RFC 4180.</summary>
internal static class Csv
{
    public static List<string[]> Parse(string text)
    {
        List<string[]> records = [];
        List<string> fields = [];
        StringBuilder field = new();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append(text[i++]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !isQuoted && text[i + 1] == '\n':
                    records.Add([.. fields, field.ToString()]);
                    fields.Clear();
                    field.Clear();
                    i++;
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }

        return records;
    }
}

namespace MediaTokens.Requests.Sending;

/// <summary>Text from elsewhere, made fit for a message.</summary>
internal static class LegibleText
{
    private const int Longest = 1000;

    /// <summary>The text in one line, at most 1,000 characters of it; a terminal takes control characters for commands.</summary>
    public static string Of(string text)
    {
        string shown = text.Length > Longest ? $"{text.AsSpan(0, Longest)}…" : text;
        return string.Concat(shown.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace MediaTokens.Requests.Sending;

/// <summary>Hides a key wherever a server quotes it.</summary>
internal sealed partial class KeyMask
{
    private const string Hidden = "***";

    // What is shorter is no secret but a filler for a server that asks for no key, and is found in any answer.
    private const int ShortestKey = 6;

    // More than is shown of a message; the search for what may be a key takes time with the square of the length.
    private const int LongestSearched = 4000;

    private readonly Regex? _key;

    /// <summary>Hides one key.</summary>
    public KeyMask(string apiKey) => _key = apiKey.Length < ShortestKey ? null : new(PatternOf(apiKey), RegexOptions.CultureInvariant);

    /// <summary>The text without the key, also where JSON escapes some of its characters.</summary>
    public string Hide(string text) => _key?.Replace(text, Hidden) ?? text;

    /// <summary>
    /// A server's message, fit to be quoted: without the key, and without what it shows of a key, as in
    /// "Incorrect API key provided: sk-abc***wxyz.", and without the user and the password of an address, as of the system's proxy.
    /// </summary>
    public string Quote(string message)
    {
        string hidden = Hide(message);
        string start = hidden.Length > LongestSearched ? hidden[..LongestSearched] : hidden;
        return LegibleText.Of(QuotedKey().Replace(UserOfAddress().Replace(start, Hidden), Hidden));
    }

    /// <summary>Whether the key, or the user or the password of an address, stands in a text.</summary>
    public bool IsIn(string text) => (_key?.IsMatch(text) ?? false) || UserOfAddress().IsMatch(text);

    /// <summary>An answer without the key.</summary>
    public VisionResponse Hide(VisionResponse response) => response with
    {
        Text = Hide(response.Text),
        FinishReason = response.FinishReason is null ? null : Hide(response.FinishReason),
        RequestId = response.RequestId is null ? null : Hide(response.RequestId),
        Note = response.Note is null ? null : Hide(response.Note),
        Prompt = response.Prompt is null ? null : Hide(response.Prompt),
        Items = [.. response.Items.Select(Hide)],
        Raw = Hide(response.Raw),
    };

    private static string PatternOf(string apiKey)
    {
        StringBuilder pattern = new();
        foreach (char character in apiKey)
        {
            pattern.Append($@"(?:{Regex.Escape(character.ToString())}|\\u{(int)character:x4}|\\u{(int)character:X4}{(character is '/' or '\\' or '"' ? $@"|\\{Regex.Escape(character.ToString())}" : "")})");
        }

        return pattern.ToString();
    }

    // What follows "key provided:", keys by their known beginnings, and keys whose middle is left out.
    [GeneratedRegex(@"(?<=\bkey provided:[\s'""]*)[^\s.,;'""]\S*?(?=[.,;'""]*(?:\s|$))|\bsk-[\w\-*.…]{3,}[\w*]|\bAIza[\w\-*.…]{3,}[\w*]|(?<![\w\-])[\w\-]*\*{3,}[\w\-*]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuotedKey();

    [GeneratedRegex(@"(?<=://)[^/\s'""]+(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex UserOfAddress();
}

using System.Text.Json;

namespace MediaTokens.Requests.Sending;

/// <summary>
/// What an error says. OpenAI: <c>{"error":{"message":…,"type":…,"code":…}}</c>. Gemini:
/// <c>{"error":{"code":400,"message":…,"status":…,"details":[{"@type":…,…}]}}</c>, also within an array. Compatible servers
/// have <c>{"error":"…"}</c>, <c>{"message":…}</c> or <c>{"detail":…}</c>.
/// </summary>
internal sealed record VendorError
{
    private const string RetryInfo = "type.googleapis.com/google.rpc.RetryInfo";

    private const int LongestLine = 300;

    /// <summary>The vendor's own words.</summary>
    public required string Message { get; init; }

    /// <summary>The vendor's codes: OpenAI's type and code, Gemini's status and reasons.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>How long Gemini asks to wait; null where it does not say.</summary>
    public TimeSpan? Demand { get; init; }

    /// <summary>Whether it is the key that is refused; Gemini says so with status 400.</summary>
    public bool IsOfKey => Codes.Contains("API_KEY_INVALID");

    /// <summary>Whether the account has nothing left to spend, which no waiting mends.</summary>
    public bool IsOfSpentQuota => Codes.Contains("insufficient_quota");

    /// <summary>The codes and the message.</summary>
    public string Sentence => Codes.Count == 0 ? Message : $"{Message} ({string.Join(", ", Codes)})";

    /// <summary>Reads the body of an answer that is an error; null where it says nothing.</summary>
    public static VendorError? Read(ReadOnlyMemory<byte> body)
    {
        string text = ResponseReader.Decode(body).Trim();
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Of(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What proxies say of themselves is a line of text, or a page that nobody wants to read in a message.
            return text.Length is > 0 and <= LongestLine && text[0] is not ('<' or '{' or '[') ? new() { Message = text, Codes = [] } : null;
        }
    }

    /// <summary>Reads JSON; null where it holds no error.</summary>
    public static VendorError? Of(JsonElement root)
    {
        JsonElement holder = root.ValueKind == JsonValueKind.Array ? root.First() : root;
        JsonElement error = holder.At("error");
        string? message = error.Text("message") ?? holder.Text("error") ?? holder.Text("message") ?? holder.Text("detail");
        JsonElement details = error.At("details");
        List<string?> codes = [error.Text("type"), error.Text("code"), error.Text("status"), .. details.Each().Select(detail => detail.Text("reason"))];
        string[] known = [.. codes.OfType<string>().Where(code => code.Length > 0).Distinct()];
        return message is null && known.Length == 0 ? null : new()
        {
            Message = message ?? "The vendor gives no reason.",
            Codes = known,
            Demand = details.Each().Where(detail => detail.Text("@type") == RetryInfo).Select(detail => Seconds(detail.Text("retryDelay"))).FirstOrDefault(),
        };
    }

    // Protobuf's JSON has a duration as seconds with an s: "34.07s".
    private static TimeSpan? Seconds(string? text) => text is [.., 's'] ? RetryDemand.Seconds(text[..^1]) : null;
}

using System.Text.Json.Nodes;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Requests;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>Any text and any file name makes a body that says it, and nothing else.</summary>
public sealed class EscapingTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<string> Models => [Gpt, Gemini3];

    public static TheoryData<string> Texts =>
    [
        "She said \"no\" \\ 'yes' `so` $(what) %PATH%",
        "two\r\nlines\tand a tab\0and a nul\u007F\u2028\u2029",
        "😀 مرحبا 日本語 é e\u0301 \uFEFF",
        "<script>&amp;</script> +",
        "\"}],\"model\":\"other\",\"x\":[{\"y\":\"",
        "data:image/png;base64,AAAA",
        " ",
        new('x', 100_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_arrives_as_it_was_written(string text)
    {
        string file = _scratch.PutSample("receipt.png", "a.png");
        foreach (string model in new[] { Gpt, Gemini3 })
        {
            foreach (OpenAIApi api in Enum.GetValues<OpenAIApi>())
            {
                string plain = Of(model, new RequestOptions { Prompt = "PROMPT", SystemPrompt = "SYSTEM", Api = api }, file).ToJson();
                JsonNode expected = JsonNode.Parse(plain)!;
                Replace(expected, text);
                Same(expected, Of(model, new RequestOptions { Prompt = text, SystemPrompt = text, Api = api }, file));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Half_a_character_becomes_the_sign_for_one(string model)
    {
        string json = Of(model, new RequestOptions { Prompt = "a\uD83Db\uDE00c" }, "https://example.com/a.png").ToJson();
        Assert.Contains("a\uFFFDb\uFFFDc", JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_every_language_stay_readable() =>
        Assert.Contains("What’s in 日本?", Of(Gpt, "What’s in 日本?", "https://example.com/a.png").ToJson(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Models))]
    public void File_names_are_not_in_the_body(string model)
    {
        string file = _scratch.PutSample("receipt.png", "secret [name] \u00e9.png");
        string json = Of(model, "What?", file).ToJson();
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetFileName(_scratch.Root), json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_passed_through_as_it_is()
    {
        const string link = "https://example.com/a b.png?q=\"ü\"&sig=a%2Bb+c#x";
        Assert.Equal(link, (string?)Json(Of(Gpt, "", link))["messages"]![0]!["content"]![0]!["image_url"]!["url"]);
    }

    public void Dispose() => _scratch.Dispose();

    private static void Replace(JsonNode node, string text)
    {
        switch (node)
        {
            case JsonValue value when (value.TryGetValue(out string? found) ? found : null) is "PROMPT" or "SYSTEM":
                value.ReplaceWith(text);
                break;
            case JsonObject members:
                foreach ((_, JsonNode? member) in members.ToArray())
                {
                    Replace(member!, text);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items.ToArray())
                {
                    Replace(item!, text);
                }

                break;
        }
    }
}

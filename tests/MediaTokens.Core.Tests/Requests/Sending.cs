using System.Text;
using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>Sends requests to a <see cref="FakeVendor"/>.</summary>
internal static class Sending
{
    /// <summary>A key; no test may find it in anything that comes out.</summary>
    public const string Key = "sk-proj-Ab3dEf6hIj/9KlMn+T3st";

    /// <summary>The body that is sent where nothing else is said.</summary>
    public const string Body = """{"model":"any"}""";

    public static VisionRequest ChatCompletions { get; } = new()
    {
        Vendor = "OpenAI",
        Model = "gpt-4o-mini",
        Api = "ChatCompletions",
        Uri = "https://api.openai.com/v1/chat/completions",
        Prompt = "What's in this image?",
        EstimatedTokens = 1105,
        Items = [new() { Path = "/pictures/boardwalk.jpg", MediaType = "Image" }, new() { Uri = "https://example.com/lake.png", MediaType = "Image" }],
    };

    public static VisionRequest Responses { get; } = ChatCompletions with { Model = "gpt-5.1", Api = "Responses", Uri = "https://api.openai.com/v1/responses" };

    public static VisionRequest GenerateContent { get; } = new()
    {
        Vendor = "Google",
        Model = "gemini-3-pro-preview",
        Api = "GenerateContent",
        ApiVersion = "v1beta",
        Uri = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro-preview:generateContent",
        EstimatedTokens = 2178,
    };

    /// <summary>Only ends a test that has failed already, in place of hanging.</summary>
    public static TimeSpan Backstop { get; } = TimeSpan.FromMinutes(2);

    /// <summary>A client whose waits are over at once, and whose chance is none.</summary>
    public static VisionClient Client(Uri baseUri, SkippingClock? clock = null, int retries = 3, bool countOnly = false) => new(
        new() { BaseUri = baseUri, MaximumRetryCount = retries, CountOnly = countOnly, Timeout = TimeSpan.FromHours(1) },
        clock ?? new(),
        () => 0);

    /// <summary>Sends a small body.</summary>
    public static Task<VisionResponse> SendAsync(this VisionClient client, VisionRequest request, CancellationToken cancellationToken = default) =>
        client.SendAsync(request, () => new StringContent(Body, Encoding.UTF8, "application/json"), Key, cancellationToken);

    /// <summary>Sends to a server that gives some answers, and expects a failure that does not show the key.</summary>
    public static async Task<MediaException> FailAsync(MediaErrorId id, params FakeAnswer[] answers)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(answers);
        using VisionClient client = Client(vendor.OpenAI);
        return await FailAsync(id, client.SendAsync(ChatCompletions));
    }

    /// <summary>Expects a failure that does not show the key.</summary>
    public static async Task<MediaException> FailAsync(MediaErrorId id, Task sending)
    {
        MediaException exception = await Assert.ThrowsAsync<MediaException>(() => sending.WaitAsync(Backstop));
        Assert.Equal(id, exception.Id);
        Assert.NotEmpty(exception.RecommendedAction);
        HasNoKey(exception.ToString());
        HasNoKey(exception.RecommendedAction);
        return exception;
    }

    /// <summary>Expects no part of the key that would be worth something.</summary>
    public static void HasNoKey(string text)
    {
        for (int start = 0; start + 6 <= Key.Length; start++)
        {
            string part = Key.Substring(start, 6);
            Assert.False(part != "sk-pro" && text.Contains(part, StringComparison.Ordinal), $"'{part}' of the key is in: {text}");
        }
    }
}

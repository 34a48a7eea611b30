using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MediaTokens.Core.Tests.Requests;

namespace MediaTokens.Tool.Tests;

/// <summary>Sending to a server on loopback that plays the vendors.</summary>
public sealed class SendTests : IDisposable
{
    private const string Key = "sk-proj-Qx7tVb2Lm9Rw4Zk8";

    private static readonly Dictionary<string, string> Keys = new() { ["OPENAI_API_KEY"] = Key, ["GEMINI_API_KEY"] = Key };

    private readonly Workspace _files = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        _files.Dispose();
        _patience.Dispose();
    }

    [Fact]
    public async Task The_answer_is_printed_with_its_tokens_below()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        string file = _files.Add("boardwalk.jpg");
        string[] arguments = [file, "-m", "gpt-4o-mini", "--detail", "high", "--prompt", "What's in this image?"];
        ToolResult result = Send(vendor.OpenAI, arguments);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        SeenRequest seen = Assert.Single(vendor.Seen);
        string json = ToolProcess.Run(["request", .. arguments]).Output;
        Assert.Equal(("/v1/chat/completions", $"Bearer {Key}", json.TrimEnd().Length), (seen.Target, seen.Headers["Authorization"], seen.Length));
        Assert.Equal("A wooden boardwalk through a meadow.", result.Lines[0]);
        Assert.Matches(@"^boardwalk\.jpg: gpt-4o-mini, \d+ tokens estimated, 1118 reported, difference -?\d+$", Assert.Single(result.Lines[1..]));
    }

    [Fact]
    public async Task Json_has_every_property_in_order()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        ToolResult result = Send(vendor.OpenAI, _files.Add("boardwalk.jpg"), "-m", "gpt-4o", "--detail", "high", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        JsonElement answer = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(Properties(), answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal((1105, 1118, 13), (Number(answer, "estimatedTokens"), Number(answer, "promptTokens"), Number(answer, "difference")));
        Assert.Equal("boardwalk.jpg", answer.GetProperty("items")[0].GetString());
        Assert.Equal(VendorShapes.ChatCompletion, answer.GetProperty("raw").GetString());
        Assert.Equal((1, JsonValueKind.Null), (Number(answer, "attempts"), answer.GetProperty("imageTokens").ValueKind));
    }

    [Fact]
    public async Task Csv_has_a_header_and_every_property()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.GenerateContent));
        ToolResult result = Send(vendor.Root, _files.Add("a.jpg"), _files.Add("b.jpg"), "-m", "gemini-3-pro-preview", "--csv");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Key, Assert.Single(vendor.Seen).Headers["x-goog-api-key"]);
        List<string[]> records = Csv.Parse(result.Output);
        Assert.Equal(Properties(), records[0]);
        string Field(string name) => records[1][Array.IndexOf(records[0], name)];
        Assert.Equal(("a.jpg;b.jpg", "2189", "6"), (Field("items"), Field("imageTokens"), Field("textTokens")));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(429, "RateLimited")]
    [InlineData(400, "BadRequest")]
    [InlineData(500, "ServerError")]
    public async Task A_refusal_has_its_id_and_the_other_requests_come_through(int status, string id)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(
            FakeAnswer.Json(200, VendorShapes.ChatCompletion),
            FakeAnswer.Json(status, $$"""{ "error": { "message": "No, not with {{Key}}.", "type": "any", "code": null } }"""),
            FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        ToolResult result = Send(
            vendor.OpenAI, _files.Add("a.jpg"), _files.Add("b.jpg"), _files.Add("c.jpg"), "--per-item", "--throttle-limit", "1", "--maximum-retry-count", "0", "--json");
        Assert.Equal((1, 3), (result.ExitCode, vendor.Seen.Count));
        Assert.Equal(["a.jpg", "c.jpg"], result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("items")[0].GetString()));
        string error = Assert.Single(result.ErrorLines);
        Assert.StartsWith("mediatokens: b.jpg: ", error, StringComparison.Ordinal);
        Assert.Contains("No, not with ", error, StringComparison.Ordinal);
        Assert.Contains($"[{id}] ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_passes_is_sent_again()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(
            FakeAnswer.Json(429, VendorShapes.OpenAIRateLimit, ("Retry-After", "0")), FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        ToolResult result = Send(vendor.OpenAI, _files.Add("a.jpg"), "--json");
        Assert.Equal((0, 2), (result.ExitCode, vendor.Seen.Count));
        Assert.Equal(2, Number(JsonDocument.Parse(result.Output).RootElement, "attempts"));
    }

    [Fact]
    public async Task An_answer_that_is_cut_is_told()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Cut(VendorShapes.ChatCompletion, 100, tellsLength: true));
        ToolResult result = Send(vendor.OpenAI, _files.Add("a.jpg"), "--maximum-retry-count", "0");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("[BadResponse] ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_files_however_many_are_under_way()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        string[] names = [.. Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i:00}.jpg"))];
        ToolResult result = Send(vendor.OpenAI, [.. names.Select(name => _files.Add("album/" + name)), "--per-item", "--throttle-limit", "7", "--json"]);
        Assert.Equal(names, result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("items")[0].GetString()));
    }

    [Fact]
    public async Task A_file_that_is_refused_fails_and_the_others_are_sent()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        ToolResult result = Send(vendor.OpenAI, Workspace.Sample("photo.heic"), _files.Add("a.jpg"), "--per-item", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.Contains("[FormatNotSupported] ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        string file = _files.Add("a.jpg");
        ToolResult openAI = ToolProcess.Run("", new Dictionary<string, string> { ["GEMINI_API_KEY"] = Key }, "send", file, "--base-uri", vendor.OpenAI.ToString());
        ToolResult gemini = ToolProcess.Run("", new Dictionary<string, string> { ["OPENAI_API_KEY"] = Key }, "send", file, "-m", "gemini-2.5-flash", "--base-uri", vendor.Root.ToString());
        Assert.Equal((1, ""), (openAI.ExitCode, openAI.Output));
        Assert.Contains("[ApiKeyMissing] Set the environment variable OPENAI_API_KEY", Assert.Single(openAI.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("[ApiKeyMissing] Set the environment variable GEMINI_API_KEY", Assert.Single(gemini.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(vendor.Seen);
    }

    [Fact]
    public async Task Tokens_alone_are_asked_for_where_the_vendor_counts_them()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.CountTokens));
        ToolResult result = Send(vendor.Root, _files.Add("a.jpg"), "-m", "gemini-3-pro-preview", "--count-only");
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith(":countTokens", Assert.Single(vendor.Seen).Target, StringComparison.Ordinal);
        Assert.Contains(", 1126 (text 6) reported, difference ", Assert.Single(result.Lines), StringComparison.Ordinal);
        ToolResult openAI = Send(vendor.OpenAI, _files.Add("b.jpg"), "--count-only");
        Assert.Equal(1, openAI.ExitCode);
        Assert.Contains("[SettingNotSupported] Leave --count-only out, or count offline with 'mediatokens cost'", openAI.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_says_does_not_steer_the_terminal()
    {
        string json = VendorShapes.ChatCompletion.Replace("A wooden boardwalk", @"One\ntwo\tthree\u001b[2J", StringComparison.Ordinal);
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, json));
        ToolResult result = Send(vendor.OpenAI, _files.Add("a.jpg"));
        Assert.Equal(["One", "two\tthree\\x1b[2J through a meadow."], result.Lines[..2]);
    }

    [Fact]
    public async Task A_slow_producer_gets_each_answer_at_once()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        string file = _files.Add("a.jpg");
        using Process process = ToolProcess.Start(Keys, "send", "-", "--per-item", "--json", "--base-uri", vendor.OpenAI.ToString());
        for (int i = 0; i < 2; i++)
        {
            await process.StandardInput.WriteLineAsync(file);
            await process.StandardInput.FlushAsync();
            Assert.Contains("boardwalk", await process.StandardOutput.ReadLineAsync(_patience.Token), StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        Assert.Equal(0, ToolProcess.WaitForExit(process));
    }

    [Fact]
    public async Task Ctrl_C_ends_a_request_that_hangs()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Hang);
        using Process process = ToolProcess.Start(Keys, "send", _files.Add("a.jpg"), "--base-uri", vendor.OpenAI.ToString());
        await vendor.NextAsync();
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.Equal(130, ToolProcess.WaitForExit(process));
        Assert.Equal("", await process.StandardError.ReadToEndAsync(_patience.Token));
    }

    private static string[] Properties() => [.. typeof(VisionResponse).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    private static long Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt64();

    // No stream ever shows the key.
    private static ToolResult Send(Uri address, params string[] arguments)
    {
        ToolResult result = ToolProcess.Run("", Keys, ["send", .. arguments, "--base-uri", address.ToString()]);
        Assert.DoesNotContain(Key["sk-proj-".Length..], result.Output + result.Error, StringComparison.Ordinal);
        return result;
    }
}

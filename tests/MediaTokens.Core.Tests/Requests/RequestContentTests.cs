using System.Globalization;
using System.Text.Json;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class RequestContentTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public async Task The_body_that_arrives_is_the_requests_own()
    {
        VisionRequest request = Sending.ChatCompletions with { Items = [Image("a.png", 100_000), Image("b.png", 1)] };
        SeenRequest seen = await SendAsync(request, VendorShapes.ChatCompletion);
        Assert.Equal(request.ToJson(), seen.Body);
        Assert.Equal(seen.Length.ToString(CultureInfo.InvariantCulture), seen.Headers["Content-Length"]);
        Assert.Equal("application/json", seen.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_file_of_many_pieces_arrives_whole()
    {
        const long Bytes = 50_000_000;
        SeenRequest seen = await SendAsync(Sending.ChatCompletions with { Items = [Image("large.png", (int)Bytes)] }, VendorShapes.ChatCompletion);
        Assert.InRange(seen.Length, (Bytes + 2) / 3 * 4, ((Bytes + 2) / 3 * 4) + 1000);
        Assert.Equal(seen.Length.ToString(CultureInfo.InvariantCulture), seen.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_changed_is_told_under_its_own_id()
    {
        VisionRequest request = Sending.ChatCompletions with { Items = [Image("a.png", 100)] };
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        _scratch.Put("a.png", new byte[99]);
        await Sending.FailAsync(MediaErrorId.FileChanged, client.SendAsync(request, Sending.Key, default));
        File.Delete(request.Items[0].Path!);
        await Sending.FailAsync(MediaErrorId.FileNotFound, client.SendAsync(request, Sending.Key, default));
    }

    [Fact]
    public async Task CountTokens_gets_the_contents_without_any_media_resolution()
    {
        VisionRequest request = Gemini();
        SeenRequest seen = await SendAsync(request, VendorShapes.CountTokens, countOnly: true);
        using JsonDocument body = JsonDocument.Parse(seen.Body);
        Assert.Equal(["contents"], body.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.DoesNotContain("media_resolution", seen.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"inline_data\"", seen.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CountTokens_gets_the_whole_request_where_it_has_a_system_prompt()
    {
        SeenRequest seen = await SendAsync(Gemini() with { Model = "models/gemini-2.5-flash", SystemPrompt = "Be brief." }, VendorShapes.CountTokens, countOnly: true);
        using JsonDocument body = JsonDocument.Parse(seen.Body);
        JsonElement request = body.RootElement.GetProperty("generateContentRequest");
        Assert.Equal(["model", "system_instruction", "contents"], request.EnumerateObject().Select(member => member.Name));
        Assert.Equal("models/gemini-2.5-flash", request.GetProperty("model").GetString());
        Assert.Equal("/v1beta/models/gemini-2.5-flash:countTokens", seen.Target);
    }

    public void Dispose() => _scratch.Dispose();

    private static async Task<SeenRequest> SendAsync(VisionRequest request, string answer, bool countOnly = false)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, answer));
        using VisionClient client = Sending.Client(countOnly ? vendor.Root : vendor.OpenAI, countOnly: countOnly);
        await client.SendAsync(request, Sending.Key, default);
        return Assert.Single(vendor.Seen);
    }

    private VisionRequest Gemini() => Sending.GenerateContent with
    {
        Prompt = "What is it?",
        MediaResolution = "Low",
        MaxOutputTokens = 10,
        Items = [Image("a.png", 10) with { MediaResolution = "High" }],
    };

    private VisionRequestItem Image(string name, int bytes) =>
        new() { Path = _scratch.Put(name, new byte[bytes]), MediaType = "Image", MimeType = "image/png", Bytes = bytes };
}

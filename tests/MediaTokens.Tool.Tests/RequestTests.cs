using System.Text.Json;
using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Requests;
using MediaTokens.Rules;

namespace MediaTokens.Tool.Tests;

/// <summary>The bodies that <c>request</c> prints.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Link = "https://example.com/lake.png";
    private const string Question = "What's in \"this\" <image>? \u00e9\U0001F600";

    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_body_is_that_of_the_core()
    {
        string first = _files.Add("a.jpg"), second = _files.Add("b.png", "screenshot.png");
        ToolResult result = ToolProcess.Run(
            "request", first, second, "-m", "gpt-4o-mini", "--detail", "high", "--prompt", Question, "--system-prompt", "Be brief.", "--max-output-tokens", "300");
        VisionRequestBuilder builder = Builder("gpt-4o-mini", new() { Prompt = Question, SystemPrompt = "Be brief.", MaxOutputTokens = 300 });
        IsBody(builder.Build([builder.FromFile(first, ImageDetail.High, null, default), builder.FromFile(second, ImageDetail.High, null, default)]), result);
    }

    [Fact]
    public void The_responses_interface_has_a_body_of_its_own()
    {
        string file = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run("request", file, "-m", "gpt-5-mini", "--api", "responses", "--detail", "low", "--prompt", Question);
        VisionRequestBuilder builder = Builder("gpt-5-mini", new() { Prompt = Question, Api = OpenAIApi.Responses });
        IsBody(builder.Build([builder.FromFile(file, ImageDetail.Low, null, default)]), result);
    }

    [Fact]
    public void A_body_for_Gemini_has_the_resolutions_of_the_request_and_of_each_part()
    {
        string file = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run(
            "request", file, "-m", "gemini-3-pro-preview", "--media-resolution", "low", "--part-media-resolution", "ultra-high", "--api-version", "v1alpha", "--role", "user");
        VisionRequestBuilder builder = Builder("gemini-3-pro-preview", new() { MediaResolution = PartMediaResolution.Low, ApiVersion = "v1alpha" });
        IsBody(builder.Build([builder.FromFile(file, null, PartMediaResolution.UltraHigh, default)]), result);
        Assert.Contains("ULTRA_HIGH", result.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_video_has_its_clip_and_its_rate()
    {
        string file = _files.Add("phone.mov", "inbox/phone.mov");
        ToolResult result = ToolProcess.Run("request", file, "-m", "gemini-3-pro-preview", "--frames-per-second", "0.5", "--start-time", "10", "--end-time", "0:00:30");
        VideoSettings video = new() { FramesPerSecond = 0.5m, StartTime = TimeSpan.FromSeconds(10), EndTime = TimeSpan.FromSeconds(30) };
        VisionRequestBuilder builder = Builder("gemini-3-pro-preview", new() { Video = video });
        IsBody(builder.Build([builder.FromFile(file, null, null, default)]), result);
    }

    [Fact]
    public void Links_are_passed_through_in_their_place()
    {
        string file = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run("request", Link, file, "-m", "gpt-4o-mini", "--prompt", Question);
        VisionRequestBuilder builder = Builder("gpt-4o-mini", new() { Prompt = Question });
        IsBody(builder.Build([builder.FromLink(Link, null, null), builder.FromFile(file, null, null, default)]), result, warnings: 1);
    }

    [Fact]
    public void The_secrets_of_a_link_are_in_the_body_alone()
    {
        ToolResult result = ToolProcess.Run("request", "https://me:word@example.com/a.tif?sig=s3cr3t", "ftp://me:word@example.com/b?sig=s3cr3t", "-m", "gpt-4o");
        Assert.Contains("sig=s3cr3t", result.Output, StringComparison.Ordinal);
        Assert.Contains("mediatokens: https://example.com/a.tif: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", result.ErrorLines[0] + result.ErrorLines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("me:word", result.ErrorLines[0] + result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_of_Google_storage_is_taken_for_Gemini()
    {
        ToolResult result = ToolProcess.Run("request", "gs://bucket/talk.mp4", "-m", "gemini-3-pro-preview");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("gs://bucket/talk.mp4", result.Output, StringComparison.Ordinal);
        Assert.Contains("[InvalidUri]", ToolProcess.Run("request", "gs://bucket/a.png", "-m", "gpt-4o").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_item_has_a_body_of_its_own_on_a_line_of_its_own()
    {
        string first = _files.Add("a.jpg"), second = _files.Add("b.png", "screenshot.png");
        ToolResult result = ToolProcess.Run("request", first, second, Link, "--per-item", "-m", "gpt-4o", "--prompt", Question);
        VisionRequestBuilder builder = Builder("gpt-4o", new() { Prompt = Question });
        BuiltItem[] items = [builder.FromFile(first, null, null, default), builder.FromFile(second, null, null, default), builder.FromLink(Link, null, null)];
        Assert.Equal(string.Concat(items.Select(item => builder.Build([item]).ToJson() + "\n")), result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Paths_and_links_come_from_standard_input_too()
    {
        string file = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run($"{file}\n{Link}\n", NoEnvironment, "request", "-", "-m", "gpt-4o");
        VisionRequestBuilder builder = Builder("gpt-4o", new());
        IsBody(builder.Build([builder.FromFile(file, null, null, default), builder.FromLink(Link, null, null)]), result, warnings: 1);
    }

    [Theory]
    [InlineData("inbox/phone.mov", "MediaTypeNotSupported")]
    [InlineData("photo.heic", "FormatNotSupported")]
    [InlineData("no-such-file.png", "FileNotFound")]
    public void What_the_vendor_would_refuse_fails_and_the_others_come_through(string sample, string id)
    {
        string good = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run("request", Workspace.Sample(sample), good, "-m", "gpt-4o");
        VisionRequestBuilder builder = Builder("gpt-4o", new());
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(builder.Build([builder.FromFile(good, null, null, default)]).ToJson() + "\n", result.Output);
        Assert.StartsWith($"mediatokens: {Workspace.Sample(sample)}: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains($"[{id}] ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(" -", result.ErrorLines[0].Replace(" --", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("mediatokens: gpt-4o: 1 input left out of the request.", result.ErrorLines[1]);
    }

    [Fact]
    public void Force_makes_warnings_of_refusals()
    {
        ToolResult result = ToolProcess.Run("request", Workspace.Sample("photo.heic"), "-m", "gpt-4o", "--force");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("image/heic", result.Output, StringComparison.Ordinal);
        Assert.NotEmpty(result.ErrorLines);
        Assert.DoesNotContain("[FormatNotSupported]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_of_parts_on_a_model_without_it_fails_for_each_file()
    {
        ToolResult result = ToolProcess.Run("request", _files.Add("a.jpg"), _files.Add("b.jpg"), "-m", "gemini-2.5-flash", "--part-media-resolution", "high");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal(2, result.ErrorLines.Length);
        Assert.All(result.ErrorLines, line => Assert.Contains("[SettingNotSupported]", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_is_walked_and_what_is_no_media_left_out()
    {
        _files.Add("album/a.jpg");
        _files.Add("album/below/b.png", "screenshot.png");
        _files.Write("album/notes.txt", "Notes.");
        ToolResult result = ToolProcess.Run("request", _files["album"], "-r", "--per-item");
        Assert.Equal((0, "", 2), (result.ExitCode, result.Error, result.Lines.Length));
        Assert.Single(ToolProcess.Run("request", _files["album"], "--per-item").Lines);
    }

    [Fact]
    public void A_folder_without_media_gives_no_request()
    {
        _files.Write("album/notes.txt", "Notes.");
        ToolResult result = ToolProcess.Run("request", _files["album"]);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("[NoItem]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_alone_is_a_request_where_it_is_forced()
    {
        ToolResult result = ToolProcess.Run("request", "--prompt", "Hello", "--force");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("gpt-4o", JsonDocument.Parse(result.Output).RootElement.GetProperty("model").GetString());
    }

    private static VisionRequestBuilder Builder(string model, RequestOptions options) => new(new(model, ModelCatalog.Default.Resolve(model)), options);

    private static void IsBody(VisionRequest request, ToolResult result, int warnings = 0)
    {
        Assert.Equal(request.ToJson() + "\n", result.Output);
        Assert.Equal((0, warnings), (result.ExitCode, result.ErrorLines.Length));
    }
}

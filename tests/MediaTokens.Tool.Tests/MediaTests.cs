using System.Text.Json;

namespace MediaTokens.Tool.Tests;

/// <summary>Videos and PDF documents on the command line.</summary>
public sealed class MediaTests : IDisposable
{
    private const string Gemini = "gemini-3-pro-preview";

    private static readonly string[] Names = ["phone.mov", "photo.jpg", "report.pdf", "scan.pdf", "screen.webm"];

    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_mixed_folder_is_counted_and_summed()
    {
        ToolResult result = ToolProcess.Run("cost", Inbox(), "-m", Gemini, "--media-resolution", "low");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(Names, result.Lines[2..^1].Select(line => line.Split(' ')[0]));
        Assert.Matches(@"^phone\.mov +gemini-3-pro-preview +Low +4073 +[0-9.-]+ +3901 +360x640, 42\.5 s at Low, .*43 frames x 70 \+ 42\.5 s of sound x 25 = 4073", result.Lines[2]);
        Assert.StartsWith("5 files: gemini-3-pro-preview 12403 tokens (billed 11761), ", result.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Images_alone_are_called_images() =>
        Assert.StartsWith("1 image: ", ToolProcess.Run("cost", _files.Add("a.jpg"), "-m", Gemini).Lines[^1], StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_that_takes_images_alone_fails_for_the_others(bool walks)
    {
        ToolResult result = ToolProcess.Run(["cost", Inbox(), "-m", "house-dear", "--catalog", PricedCatalog.Write(_files), .. walks ? ["-r"] : Array.Empty<string>()]);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("1 image, 4 failures: house-dear 1105 tokens, ", result.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(["phone.mov", "report.pdf", "scan.pdf", "screen.webm"], result.ErrorLines.Select(line => Path.GetFileName(line["mediatokens: ".Length..].Split(": ")[0])));
        Assert.All(result.ErrorLines, line => Assert.Contains("[MediaTypeNotSupported] Choose a model that takes ", line, StringComparison.Ordinal));
        Assert.Contains("'mediatokens models' shows what each one takes", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_duration_in_seconds()
    {
        JsonElement video = One("phone.mov");
        Assert.Equal(("Video", "Mov"), (Text(video, "mediaType"), Text(video, "format")));
        Assert.Equal((42.5m, 10m), (video.GetProperty("duration").GetDecimal(), video.GetProperty("frameRate").GetDecimal()));
        Assert.Equal((43, 1063, 4073), (Number(video, "frames"), Number(video, "audioTokens"), Number(video, "tokens")));
        Assert.Equal(JsonValueKind.Null, video.GetProperty("pages").ValueKind);
        Assert.True(video.GetProperty("isRecommended").GetBoolean());

        JsonElement document = One("report.pdf", "--media-resolution", "high");
        Assert.Equal((3, 0, 3360), (Number(document, "pages"), Number(document, "scannedPages"), Number(document, "tokens")));
        Assert.True(Number(document, "textTokens") > 0);
        Assert.False(document.GetProperty("textIsBilled").GetBoolean());
        Assert.Equal(("", "Medium"), (Text(document, "size"), Text(document, "recommendedResolution")));
        Assert.False(document.GetProperty("isRecommended").GetBoolean());
        Assert.All((string[])["width", "height", "duration", "frames"], name => Assert.Equal(JsonValueKind.Null, document.GetProperty(name).ValueKind));
    }

    [Fact]
    public void Csv_has_the_duration_in_seconds_and_nothing_where_there_is_none()
    {
        List<string[]> records = Csv.Parse(ToolProcess.Run("cost", Inbox(), "-m", Gemini, "--csv").Output);
        string[] Column(string name) => [.. records.Skip(1).Select(record => record[Array.IndexOf(records[0], name)])];
        Assert.Equal(["42.5", "", "", "", "95"], Column("duration"));
        Assert.Equal(["", "", "3", "2", ""], Column("pages"));
        Assert.Equal(["360", "2560", "", "", "1280"], Column("width"));
        Assert.Equal(["1063", "", "", "", "0"], Column("audioTokens"));
        Assert.Equal(["", "", "false", "false", ""], Column("textIsBilled"));
    }

    [Theory]
    [InlineData(43 * 70, "--exclude-audio")]
    [InlineData((22 * 70) + 1063, "--frames-per-second", "0.5")]
    [InlineData((20 * 70) + 500, "--start-time", "10", "--end-time", "0:00:30")]
    [InlineData((20 * 70) + 500, "--start-time", "10.0s", "--end-time", "30")]
    [InlineData((90 * 70) + 2250, "--duration", "90")]
    [InlineData(43 * 280, "--media-resolution", "high", "--exclude-audio")]
    public void The_options_say_what_is_sent_of_a_video(long tokens, params string[] options) =>
        Assert.Equal(tokens, Number(One("phone.mov", options), "tokens"));

    [Theory]
    [InlineData(2, 0, "--pages", "1-2,9-")]
    [InlineData(1, 0, "--pages", "2")]
    [InlineData(3, 3, "--pdf-content", "scanned")]
    [InlineData(3, 0, "--pdf-content", "NATIVE")]
    [InlineData(3, 0, "--pdf-content", "auto")]
    public void The_options_say_what_is_sent_of_a_document(long pages, long scanned, params string[] options)
    {
        JsonElement cost = One("report.pdf", options);
        Assert.Equal((pages, scanned, pages * 560), (Number(cost, "pages"), Number(cost, "scannedPages"), Number(cost, "tokens")));
    }

    [Fact]
    public void The_text_counts_where_it_is_asked_for_and_billed()
    {
        JsonElement cost = One("report.pdf", "-m", "gemini-2.5-pro", "--include-text");
        Assert.Equal((3 * 256) + Number(cost, "textTokens"), Number(cost, "tokens"));
    }

    [Theory]
    [InlineData("--frames-per-second", "0", "at most 24")]
    [InlineData("--frames-per-second", "25", "at most 24")]
    [InlineData("--frames-per-second", "-1", "at most 24")]
    [InlineData("--frames-per-second", "one", "at most 24")]
    [InlineData("--start-time", "1:30", "0:01:30")]
    [InlineData("--end-time", "1:30", "0:01:30")]
    [InlineData("--duration", "soon", "0:01:30")]
    [InlineData("--start-time", "-1", "0:01:30")]
    [InlineData("--pages", "0", "1-20,35")]
    [InlineData("--pages", "3-1", "1-20,35")]
    [InlineData("--pages", "all", "1-20,35")]
    [InlineData("--pdf-content", "printed", "scanned")]
    public void A_value_that_makes_no_sense_ends_with_2_and_says_what_would(string option, string value, string hint)
    {
        ToolResult result = ToolProcess.Run("cost", "x.mp4", option, value);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"mediatokens: {option} does not take '{value}': ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains(hint, result.ErrorLines[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_clip_that_ends_before_it_begins_makes_no_sense()
    {
        ToolResult result = ToolProcess.Run("cost", "x.mp4", "--start-time", "20", "--end-time", "20");
        Assert.Equal((2, "mediatokens: --end-time must be behind --start-time."), (result.ExitCode, result.ErrorLines[0]));
    }

    [Theory]
    [InlineData("inbox/phone.mov", "ClipOutOfRange", "--start-time", "60")]
    [InlineData("inbox/report.pdf", "PageOutOfRange", "--pages", "9-")]
    [InlineData("inbox/phone.mov", "SettingNotSupported", "--part-media-resolution", "ultra-high")]
    [InlineData("video/bad/timescale-0.mp4", "UnknownDuration")]
    [InlineData("video/bad/sound-only.mp4", "NoVideoTrack")]
    [InlineData("pdf/bad/pages-loop.pdf", "CorruptPdf")]
    [InlineData("pdf/bad/password-aes-256.pdf", "PdfPassword")]
    public void What_fails_has_its_id_and_the_others_come_through(string sample, string id, params string[] options)
    {
        ToolResult result = ToolProcess.Run(["cost", Workspace.Sample(sample), _files.Add("a.jpg"), "-m", Gemini, "--json", .. options]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("a.jpg", Text(JsonDocument.Parse(Assert.Single(result.Lines)).RootElement, "name"));
        Assert.Contains($"[{id}] ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_of_unknown_duration_asks_for_the_option_and_takes_it()
    {
        string path = Workspace.Sample("video/bad/timescale-0.mp4");
        Assert.Contains("Give the time that it plays with --duration.", ToolProcess.Run("cost", path, "-m", Gemini).Error, StringComparison.Ordinal);
        ToolResult result = ToolProcess.Run("cost", path, "-m", Gemini, "--duration", "0:01:30", "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(90, Number(JsonDocument.Parse(result.Output).RootElement, "frames"));
    }

    [EngineFact]
    public void Optimize_leaves_videos_and_documents_out_of_a_folder()
    {
        string folder = Inbox();
        ToolResult result = ToolProcess.Run("optimize", folder, "--destination", _files["out"], "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal("photo.jpg", Text(JsonDocument.Parse(Assert.Single(result.Lines)).RootElement, "name"));
        Assert.Equal("photo.jpg", Path.GetFileName(Assert.Single(Directory.GetFiles(_files["out"]))));
    }

    [EngineFact]
    public void Optimize_refuses_a_video_that_is_named()
    {
        ToolResult result = ToolProcess.Run("optimize", Workspace.Sample("inbox/phone.mov"), "--destination", _files["out"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[UnknownFormat]", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private static JsonElement One(string name, params string[] options)
    {
        string[] model = options.Contains("-m") ? [] : ["-m", Gemini];
        ToolResult result = ToolProcess.Run(["cost", Workspace.Sample("inbox/" + name), .. model, "--json", .. options]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        return JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
    }

    private static string? Text(JsonElement cost, string name) => cost.GetProperty(name).GetString();

    private static long Number(JsonElement cost, string name) => cost.GetProperty(name).GetInt64();

    private string Inbox()
    {
        Array.ForEach(Names, name => _files.Add("inbox/" + name, "inbox/" + name));
        return _files["inbox"];
    }
}

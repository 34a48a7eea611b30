using MediaTokens.Core.Tests.Headers;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Requests;
using MediaTokens.Rules;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>What the vendor would refuse is an error with an id of its own, and a warning where force was asked for.</summary>
public sealed class VisionRequestBuilderTests : IDisposable
{
    private static readonly string Png = TestMedia.FullPath("receipt.png");

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("banner.bmp", Gpt, MediaErrorId.FormatNotSupported, "Bmp")]
    [InlineData("scan.tif", Gemini3, MediaErrorId.FormatNotSupported, "Tiff")]
    [InlineData("photo.heic", Gpt, MediaErrorId.FormatNotSupported, "Heic")]
    [InlineData("formats/gif-animated.gif", Gpt, MediaErrorId.AnimationNotSupported, "animated")]
    [InlineData("formats/png-animated.png", Gpt, MediaErrorId.AnimationNotSupported, "animated")]
    [InlineData("video/rate-60.mp4", Gpt, MediaErrorId.MediaTypeNotSupported, "videos")]
    [InlineData("pdf/hand-blank.pdf", Gpt, MediaErrorId.RuleNotPublished, "PDF")]
    [InlineData("pdf/hand-blank.pdf", "gpt-4-turbo", MediaErrorId.MediaTypeNotSupported, "PDF")]
    public void A_file_that_the_vendor_does_not_take_is_refused(string sample, string model, MediaErrorId id, string word)
    {
        string file = TestMedia.FullPath(sample);
        Assert.Contains(word, Refused(id, () => Builder(model).FromFile(file, null, null, default)).Message, StringComparison.Ordinal);

        BuiltItem item = Builder(model, new() { Force = true }).FromFile(file, null, null, default);
        Assert.Contains(word, Assert.Single(item.Warnings), StringComparison.Ordinal);
        Assert.Equal((file, new FileInfo(file).Length), (item.Item.Path, item.Item.Bytes));
    }

    [Fact]
    public void Warnings_of_a_request_name_the_item()
    {
        VisionRequest request = Of(Gpt, new RequestOptions { Force = true }, TestMedia.FullPath("banner.bmp"), Png, "https://u:p@example.com/x/a.png?sig=1");
        Assert.Equal(2, request.Warnings.Length);
        Assert.StartsWith("banner.bmp: OpenAI does not take Bmp", request.Warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("https://example.com/x/a.png: Its tokens are not known", request.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_with_a_file_is_one_error()
    {
        string file = Sized("formats/gif-animated.gif", (20 << 20) + 1);
        MediaException exception = Refused(MediaErrorId.AnimationNotSupported, () => Builder("gpt-4-turbo").FromFile(file, null, null, default));
        Assert.Contains("animated", exception.Message, StringComparison.Ordinal);
        Assert.Contains("20971521 bytes", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Optimize-ImageForVision", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpt-4-turbo", "receipt.png", 20 << 20)]
    [InlineData(Gemini3, "receipt.png", 20 << 20)]
    [InlineData(Gemini3, "pdf/hand-blank.pdf", 50 << 20)]
    public void A_file_over_the_vendors_limit_is_refused(string model, string sample, int most)
    {
        BuiltItem item = Builder(model).FromFile(Sized(sample, most), null, null, default);
        Assert.Equal((most, true), (item.Item.Bytes, item.Item.Tokens > 0));
        string file = Sized(sample, most + 1);
        Assert.Contains($"{most}", Refused(MediaErrorId.LimitExceeded, () => Builder(model).FromFile(file, null, null, default)).Message, StringComparison.Ordinal);
        Assert.Single(Builder(model, new() { Force = true }).FromFile(file, null, null, default).Warnings);
    }

    [Theory]
    [InlineData("bad")]
    [InlineData("empty")]
    [InlineData("missing")]
    [InlineData("folder")]
    public void A_file_that_cannot_be_read_stays_an_error_with_force(string kind)
    {
        (string path, MediaErrorId id) = kind switch
        {
            "bad" => (_scratch.Put("a.png", 1, 2, 3, 4, 5, 6, 7, 8), MediaErrorId.UnknownFormat),
            "empty" => (_scratch.Put("b.png"), MediaErrorId.EmptyFile),
            "missing" => (_scratch.At("c.png"), MediaErrorId.FileNotFound),
            _ => (_scratch.Folder("d.png"), MediaErrorId.PathIsDirectory),
        };
        Refused(id, () => Builder(Gpt, new() { Force = true }).FromFile(path, null, null, default));
    }

    [Fact]
    public void Nothing_to_send_is_refused()
    {
        Refused(MediaErrorId.NoItem, () => Builder(Gpt, new() { Prompt = "What?" }).Build([]));
        Refused(MediaErrorId.NoItem, () => Builder(Gpt, new() { Force = true }).Build([]));
        VisionRequest request = Builder(Gpt, new() { Prompt = "What?", Force = true }).Build([]);
        Assert.Single(request.Warnings);
        Same("""{"model":"gpt-4o-mini","messages":[{"role":"user","content":[{"type":"text","text":"What?"}]}]}""", request);
    }

    [Fact]
    public void A_video_that_does_not_tell_its_time_is_sent_without_an_estimate()
    {
        BuiltItem item = Builder(Gemini3).FromFile(TestMedia.FullPath("video/bad/mpeg-joined.vob"), null, null, default);
        Assert.Null(item.Item.Tokens);
        Assert.StartsWith("Its tokens are not known", Assert.Single(item.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_behind_the_end_of_its_video_is_refused()
    {
        string file = TestMedia.FullPath("video/rate-60.mp4");
        RequestOptions options = new() { Video = new() { StartTime = TimeSpan.FromHours(1) } };
        Refused(MediaErrorId.ClipOutOfRange, () => Builder(Gemini3, options).FromFile(file, null, null, default));
        BuiltItem forced = Builder(Gemini3, options with { Force = true }).FromFile(file, null, null, default);
        Assert.Single(forced.Warnings);
        Assert.Equal((null, TimeSpan.FromHours(1)), (forced.Item.Tokens, forced.Item.StartTime));
        Refused(MediaErrorId.ClipOutOfRange, () => Builder(Gemini3, options with { Video = new() { StartTime = TimeSpan.FromSeconds(2), EndTime = TimeSpan.FromSeconds(1) } }));
    }

    [Fact]
    public void Inline_data_over_20_megabytes_in_all_is_warned_of_on_Gemini()
    {
        string file = Sized("receipt.png", 8 << 20);
        Assert.Empty(Of(Gemini3, new RequestOptions(), file).Warnings);
        Assert.Contains("Files API", Assert.Single(Of(Gemini3, new RequestOptions(), file, file).Warnings), StringComparison.Ordinal);
        Assert.Empty(Of(Gpt, new RequestOptions(), file, file).Warnings);
    }

    [Fact]
    public void Reading_is_cancelled()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Builder(Gemini3).FromFile(TestMedia.FullPath("inbox/report.pdf"), null, null, stop.Token));
    }

    public void Dispose() => _scratch.Dispose();

    private string Sized(string sample, long length)
    {
        string file = _scratch.PutSample(sample, $"{length}{Path.GetExtension(sample)}");
        using FileStream stream = new(file, FileMode.Open, FileAccess.Write);
        long tail = Math.Min(stream.Length, 1024);
        byte[] end = TestMedia.Bytes(sample)[^(int)tail..];
        stream.SetLength(length);

        // Where a PDF document's pages are is told at its end.
        if (Path.GetExtension(sample) == ".pdf")
        {
            stream.Seek(-tail, SeekOrigin.End);
            stream.Write(end);
        }

        return file;
    }
}

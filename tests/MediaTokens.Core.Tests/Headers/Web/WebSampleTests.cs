using MediaTokens.Planning;
using MediaTokens.Rules;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>The files of tests/media on the web: they are read like the files.</summary>
public sealed class WebSampleTests(WebSampleTests.Servers servers) : IClassFixture<WebSampleTests.Servers>
{
    public static TheoryData<string> Images => new(TestMedia.Samples.Select(sample => sample.Path));

    public static TheoryData<string> Others => new(
        Directory.EnumerateFiles(TestMedia.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestMedia.Folder, file).Replace('\\', '/'))
            .Where(path => path.StartsWith("video/", StringComparison.Ordinal) || path.StartsWith("pdf/", StringComparison.Ordinal))
            .Where(path => Path.GetExtension(path) is not (".csv" or ".md"))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Images))]
    public void An_image_is_read_in_parts_like_the_file(string path) => AssertLikeFile(servers.Ranged, path);

    [Theory]
    [MemberData(nameof(Images))]
    public void An_image_is_read_without_parts_like_the_file(string path) => AssertLikeFile(servers.Whole, path);

    [Theory]
    [MemberData(nameof(Images))]
    public void An_image_of_unknown_length_is_read_like_the_file(string path) => AssertLikeFile(servers.Chunked, path);

    [Theory]
    [MemberData(nameof(Others))]
    public void A_video_or_document_is_read_in_parts_like_the_file_or_fails_like_it(string path) => AssertLikeFile(servers.Ranged, path);

    private static void AssertLikeFile(WebServer server, string path)
    {
        string file = TestMedia.FullPath(path);
        (MediaItem? expected, MediaErrorId? error) = Try(() => MediaItem.FromFile(file, [WebFiles.Gemini], new PdfSettings(), CancellationToken.None));
        (MediaItem? actual, MediaErrorId? actualError) = Try(() => WebFiles.Read(server.Uri(path)));
        Assert.Equal(error, actualError);
        Assert.Equal(expected?.Header, actual?.Header);
        Assert.Equal(expected?.Bytes, actual?.Bytes);
        Assert.Equal(expected?.Document?.Pages, actual?.Document?.Pages);
        Assert.Equal(expected is null ? null : server.Uri(path), actual?.Path);
    }

    private static (MediaItem? Item, MediaErrorId? Error) Try(Func<MediaItem> read)
    {
        try
        {
            return (read(), null);
        }
        catch (MediaException exception)
        {
            return (null, exception.Id);
        }
    }

    /// <summary>The folder, given in three ways.</summary>
    public sealed class Servers : IAsyncLifetime
    {
        internal WebServer Ranged { get; private set; } = null!;

        internal WebServer Whole { get; private set; } = null!;

        internal WebServer Chunked { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Ranged = await StartAsync(file => Answers.Ranged(file));
            Whole = await StartAsync(Answers.Whole);
            Chunked = await StartAsync(Answers.Chunked);
        }

        public async Task DisposeAsync()
        {
            await Ranged.DisposeAsync();
            await Whole.DisposeAsync();
            await Chunked.DisposeAsync();
        }

        private static Task<WebServer> StartAsync(Func<byte[], RequestDelegate> answer) =>
            WebServer.StartAsync(context => answer(TestMedia.Bytes(context.Request.Path.Value![1..]))(context));
    }
}

using System.Text;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Requests;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>Bodies are as long as they say, are streamed, and hold the files as they were when the request was made.</summary>
public sealed class RequestBodyTests : IDisposable
{
    private const int Piece = 48 * 1024;

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((2 * Piece) + 2)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1002)]
    public async Task A_body_of_files_of_any_length_is_as_long_as_it_says(int length)
    {
        string file = _scratch.Put("a.jpg", Noise(length));
        foreach (string model in new[] { Gpt, Gemini3 })
        {
            VisionRequest request = Of(model, "é 😀", file, "https://example.com/a.png", file);
            RequestBody body = RequestBody.Create(request);
            using MemoryStream written = new();
            body.WriteTo(written, default);
            using MemoryStream writtenAsync = new();
            await body.WriteToAsync(writtenAsync, default);
            Assert.Equal(body.Length, written.Length);
            Assert.Equal(written.ToArray(), writtenAsync.ToArray());
            Assert.Equal(request.ToJson(), Encoding.UTF8.GetString(written.ToArray()));
            Assert.Equal(3, request.ToJson().Split(Base64(file)).Length);
        }
    }

    [Theory]
    [InlineData(Gpt)]
    [InlineData(Gemini3)]
    public async Task Twenty_files_of_15_megabytes_need_no_memory(string model)
    {
        string[] files = [.. Enumerable.Range(0, 20).Select(number => Sparse($"{number}.jpg", 15_000_000))];
        Of(model, "What?", files[0]).WriteTo(Stream.Null);

        long before = GC.GetAllocatedBytesForCurrentThread();
        VisionRequest request = Of(model, "What?", files);
        RequestBody body = RequestBody.Create(request);
        body.WriteTo(Stream.Null, default);
        Task writing = body.WriteToAsync(Stream.Null, default);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A stream that never waits leaves all of the work to this thread.
        Assert.True(writing.IsCompleted);
        await writing;
        Assert.InRange(body.Length, 20 * 20_000_000L, (20 * 20_000_000L) + 10_000);
        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_file_of_another_length_than_before_is_refused(int difference)
    {
        string file = _scratch.Put("a.jpg", Noise(5000));
        VisionRequest request = Of(Gpt, "What?", file);
        _scratch.Put("a.jpg", Noise(5000 + difference));
        MediaException exception = Refused(MediaErrorId.FileChanged, request.ToJson);
        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
        Assert.Contains("5000", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(300_000)]
    public void A_file_that_changes_its_length_while_it_is_written_is_refused(int length)
    {
        string file = _scratch.Put("a.jpg", Noise(200_000));
        using OnWrite stream = new(() => Resize(file, length));
        Refused(MediaErrorId.FileChanged, () =>
        {
            Of(Gpt, "What?", file).WriteTo(stream);
            return stream;
        });
    }

    [Fact]
    public void A_file_that_is_gone_is_named()
    {
        string file = _scratch.Put("a.jpg", Noise(5000));
        VisionRequest request = Of(Gpt, "What?", file);
        File.Delete(file);
        Assert.StartsWith($"{file}: ", Refused(MediaErrorId.FileNotFound, request.ToJson).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_no_text_can_hold_is_refused_as_a_text()
    {
        string file = Sparse("a.mp4", 0);
        Resize(file, 900_000_000);
        VisionRequest request = Of(Gemini3, new RequestOptions { Force = true }, file);
        Assert.Contains("WriteTo", Refused(MediaErrorId.FileTooLarge, request.ToJson).RecommendedAction, StringComparison.Ordinal);
        Assert.InRange(RequestBody.Create(request).Length, 1_200_000_000, 1_200_001_000);
    }

    [Fact]
    public async Task Writing_is_cancelled()
    {
        VisionRequest request = Of(Gpt, "What?", _scratch.Put("a.jpg", Noise(200_000)));
        using CancellationTokenSource stop = new();
        using OnWrite stream = new(stop.Cancel);
        Assert.ThrowsAny<OperationCanceledException>(() => RequestBody.Create(request).WriteTo(stream, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RequestBody.Create(request).WriteToAsync(stream, stop.Token));
    }

    public void Dispose() => _scratch.Dispose();

    private static byte[] Noise(int length)
    {
        byte[] bytes = Picture.Of(MediaFormat.Jpeg, Optimizing.Small, length);
        new Random(length).NextBytes(bytes.AsSpan(bytes.Length / 2));
        return bytes;
    }

    private static void Resize(string file, long length)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(length);
    }

    private string Sparse(string name, long length)
    {
        string file = _scratch.Put(name, Picture.Of(MediaFormat.Jpeg, Optimizing.Small, 0));
        Resize(file, Math.Max(length, new FileInfo(file).Length));
        return file;
    }

    /// <summary>Does something at every write.</summary>
    private sealed class OnWrite(Action action) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            action();
            base.Write(buffer);
        }
    }
}

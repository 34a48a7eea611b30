using MediaTokens.Core.Tests.Headers;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>A file's bytes as they were when it was opened, whatever happens to it meanwhile.</summary>
public sealed class ImageBytesTests : IDisposable
{
    private const int Length = (3 << 20) + 17;

    private static readonly byte[] Content = [.. Enumerable.Range(0, Length).Select(i => (byte)(i * 31 >> 3))];

    private readonly Scratch _scratch = new();

    [Fact]
    public void A_file_is_read_whole()
    {
        using FileSource file = new(_scratch.Put("a", Content));
        using ImageBytes bytes = ImageBytes.Read(file, default);
        Assert.Equal(Content.Length, bytes.Length);
        Assert.True(bytes.Span.SequenceEqual(Content));
    }

    [Fact]
    public void A_file_that_grows_is_read_as_long_as_it_was()
    {
        string path = _scratch.Put("a", Content);
        using FileSource file = new(path);
        using (FileStream writer = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.Write(Content);
        }

        using ImageBytes bytes = ImageBytes.Read(file, default);
        Assert.True(bytes.Span.SequenceEqual(Content));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Length - 1)]
    public void A_file_that_became_shorter_is_refused(int left)
    {
        string path = _scratch.Put("a", Content);
        using FileSource file = new(path);
        using (FileStream writer = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.SetLength(left);
        }

        MediaException exception = Refusal.Of(MediaErrorId.FileChanged, () => ImageBytes.Read(file, default));
        Assert.Contains($"{Length}", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{left}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_deleted_meanwhile_is_read_all_the_same()
    {
        string path = _scratch.Put("a", Content);
        using FileSource file = new(path);
        File.Delete(path);
        using ImageBytes bytes = ImageBytes.Read(file, default);
        Assert.True(bytes.Span.SequenceEqual(Content));
    }

    [Fact]
    public void More_than_can_be_held_is_refused_before_anything_is_read()
    {
        EndlessSource source = new(ImageBytes.MaximumLength + 1L, new());
        Refusal.Of(MediaErrorId.FileTooLarge, () => ImageBytes.Read(source, default));
        Assert.Equal(0, source.Reads);
    }

    [Fact]
    public void Cancellation_ends_the_reading_within_a_chunk()
    {
        using CancellationTokenSource stop = new();
        EndlessSource source = new(100 << 20, stop);
        Assert.ThrowsAny<OperationCanceledException>(() => ImageBytes.Read(source, stop.Token));
        Assert.Equal(1, source.Reads);
    }

    [Fact]
    public void No_bytes_are_no_bytes()
    {
        using ImageBytes read = ImageBytes.Read(new MemorySource(default), default);
        using ImageBytes copy = ImageBytes.Copy([]);
        Assert.True(read.Span.IsEmpty);
        Assert.Equal(0, copy.Length);
        Assert.Equal(0, copy.Read(0, new byte[4]));
        Assert.Equal(MediaErrorId.EmptyFile, Assert.Throws<MediaException>(() => MediaHeaderReader.Read(copy)).Id);
    }

    [Fact]
    public void They_are_read_at_any_position()
    {
        using ImageBytes bytes = ImageBytes.Copy([1, 2, 3, 4, 5]);
        byte[] buffer = new byte[3];
        Assert.Equal(3, bytes.Read(1, buffer));
        Assert.Equal([2, 3, 4], buffer);
        Assert.Equal(1, bytes.Read(4, buffer));
        Assert.Equal(0, bytes.Read(5, buffer));
        Assert.Equal(0, bytes.Read(long.MaxValue, buffer));
        using Stream stream = bytes.OpenStream();
        Assert.Equal(5, stream.Length);
    }

    [Fact]
    public void Freed_bytes_are_refused_and_may_be_freed_twice()
    {
        ImageBytes bytes = ImageBytes.Copy([1]);
        bytes.Dispose();
        bytes.Dispose();
        Assert.Throws<ObjectDisposedException>(() => bytes.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => bytes.OpenStream());
        Assert.Throws<ObjectDisposedException>(() => bytes.Read(0, new byte[1]));
    }

    public void Dispose() => _scratch.Dispose();

    /// <summary>Zeros, as many as it says; whoever reads a first time is told to stop.</summary>
    private sealed class EndlessSource(long length, CancellationTokenSource stop) : ByteSource
    {
        public int Reads { get; private set; }

        public override long Length => length;

        public override int Read(long offset, Span<byte> buffer)
        {
            Reads++;
            stop.Cancel();
            buffer.Clear();
            return buffer.Length;
        }
    }
}

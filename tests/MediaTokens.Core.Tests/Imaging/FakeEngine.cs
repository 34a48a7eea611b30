using System.Collections.Concurrent;
using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>An engine without a codec: the tests say what it finds in the pixels and how long its files become.</summary>
internal sealed class FakeEngine(string name = "Fake") : IImageEngine
{
    private static readonly MediaFormat[] All = Enum.GetValues<MediaFormat>();

    private int _alive;

    public string Name => name;

    public string Version => "1.0";

    public IReadOnlyList<MediaFormat> Reads { get; init; } = All;

    public IReadOnlyList<MediaFormat> Writes { get; init; } = [MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP];

    public int RankOfAll { get; init; } = 10;

    /// <summary>What the images are like.</summary>
    public FakePixels Pixels { get; init; } = new();

    /// <summary>What happens instead of a resize; an image that it gives is the engine's answer, and so is null.</summary>
    public Func<ResizeRequest, CancellationToken, IResizedImage?>? Instead { get; init; }

    /// <summary>What the engine was asked for.</summary>
    public ConcurrentQueue<ResizeRequest> Requests { get; } = new();

    /// <summary>What was written, one text for each, as in "Jpeg 85".</summary>
    public ConcurrentQueue<string> Written { get; } = new();

    /// <summary>Images that were made and not freed.</summary>
    public int Alive => _alive;

    public int Rank(MediaHeader source) => RankOfAll;

    public IResizedImage? Resize(ResizeRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Instead is null ? Image(request.Size) : Instead(request, cancellationToken);
    }

    /// <summary>An image that counts as one of this engine's.</summary>
    public IResizedImage Image(PixelSize size)
    {
        Interlocked.Increment(ref _alive);
        return new FakeImage(this, size);
    }

    private sealed class FakeImage(FakeEngine engine, PixelSize size) : IResizedImage
    {
        private bool _isFreed;

        public PixelSize Size => size;

        public bool HasTransparency => Alive().HasTransparency;

        public double FlatShare => Alive().FlatShare;

        public bool IsPartial => Alive().IsPartial;

        public string? Remark => Alive().Remark;

        public bool CanWrite(MediaFormat format) => Alive() is not null && engine.Writes.Contains(format);

        public void Write(MediaFormat format, int quality, Stream output, CancellationToken cancellationToken)
        {
            if (!CanWrite(format))
            {
                throw new InvalidOperationException($"{engine.Name} was asked to write {format}.");
            }

            cancellationToken.ThrowIfCancellationRequested();
            engine.Written.Enqueue(format == MediaFormat.Png ? "Png" : $"{format} {quality}");
            output.Write(Making.Picture.Of(format, size, Alive().Length(format, quality, size)));
        }

        public void Dispose()
        {
            // A library's memory is not freed twice with impunity.
            ObjectDisposedException.ThrowIf(_isFreed, this);
            _isFreed = true;
            Interlocked.Decrement(ref engine._alive);
        }

        private FakePixels Alive()
        {
            ObjectDisposedException.ThrowIf(_isFreed, this);
            return engine.Pixels;
        }
    }
}

/// <summary>What an engine finds in the pixels, and how long its files become.</summary>
internal sealed record FakePixels
{
    public bool HasTransparency { get; init; }

    public double FlatShare { get; init; } = 0.1;

    public bool IsPartial { get; init; }

    public string? Remark { get; init; }

    /// <summary>Bytes of a file.</summary>
    public Func<MediaFormat, int, PixelSize, int> Length { get; init; } = (_, _, _) => 1000;

    /// <summary>Files of fixed lengths, whatever the size and the quality.</summary>
    public static Func<MediaFormat, int, PixelSize, int> Lengths(int jpeg, int png = 1_000_000, int webP = 1_000_000) =>
        (format, _, _) => format switch { MediaFormat.Jpeg => jpeg, MediaFormat.Png => png, _ => webP };
}

using System.Reflection;
using System.Runtime.InteropServices;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>SixLabors.ImageSharp: managed, so that it is there on every platform.</summary>
internal sealed class ImageSharpEngine : IImageEngine
{
    // It holds the whole picture, 4 bytes a pixel. Beyond this, one that reads row by row is better, even where it takes longer.
    private const long MostPixelsGladly = 20_000_000;

    private const string Approximated = "The colours of its profile could only be approximated.";

    // Enough to reuse the buffers of two photographs at work; what is above it is given back at once.
    private const int PoolMegabytes = 64;

    private readonly ImageDecoding _decoding = new(new Configuration
    {
        // Several images are at work side by side; to split up each of them too costs more than it gives.
        MaxDegreeOfParallelism = 1,
        MemoryAllocator = MemoryAllocator.Create(new() { MaximumPoolSizeMegabytes = PoolMegabytes }),
    });

    /// <inheritdoc/>
    public string Name => EngineNames.ImageSharp;

    /// <inheritdoc/>
    public string Version { get; } = typeof(Image).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public IReadOnlyList<MediaFormat> Reads { get; } =
        [MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.Gif, MediaFormat.WebP, MediaFormat.Bmp, MediaFormat.Tiff];

    /// <inheritdoc/>
    public IReadOnlyList<MediaFormat> Writes { get; } = [MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP];

    /// <inheritdoc/>
    public int Rank(MediaHeader source) => source.Format switch
    {
        MediaFormat.Png or MediaFormat.Gif or MediaFormat.Bmp or MediaFormat.Tiff when (long)source.Size.Width * source.Size.Height > MostPixelsGladly => 40,
        MediaFormat.Png or MediaFormat.Gif or MediaFormat.Bmp => 10,
        MediaFormat.Tiff => 20,
        MediaFormat.Jpeg or MediaFormat.WebP => 30,
        _ => int.MaxValue,
    };

    /// <inheritdoc/>
    public IResizedImage? Resize(ResizeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (!Reads.Contains(request.Header.Format) || !Writes.Contains(request.Formats[0]))
        {
            return null;
        }

        return request.Header.Format == MediaFormat.Jpeg
            ? Resize<Rgb24>(request, cancellationToken)
            : Resize<Rgba32>(request, cancellationToken);
    }

    private IResizedImage? Resize<TPixel>(ResizeRequest request, CancellationToken cancellationToken)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        if (_decoding.Decode<TPixel>(request, cancellationToken) is not { } decoded)
        {
            return null;
        }

        Image<TPixel> image = decoded.Image;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            image.Mutate(context => Fit(context, request));
            cancellationToken.ThrowIfCancellationRequested();
            string? remark = ToSrgb(image, request.Profile ?? EmbeddedProfile(image));
            MetadataKeeping.Apply(image, request.KeepMetadata);
            PixelFacts facts = PixelFacts.Of(image);
            return facts.HasTransparency || image is not Image<Rgba32> opaque
                ? new ResizedImage<TPixel>(image, facts, decoded.IsPartial, remark)
                : new ResizedImage<Rgb24>(WithoutAlpha(opaque), facts, decoded.IsPartial, remark);
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    private static void Fit(IImageProcessingContext context, ResizeRequest request)
    {
        Size target = new(request.StoredTarget.Width, request.StoredTarget.Height);
        if (context.GetCurrentSize() != target)
        {
            context.Resize(new ResizeOptions { Size = target, Mode = ResizeMode.Stretch, Sampler = KnownResamplers.Lanczos3 });
        }

        (RotateMode rotate, FlipMode flip) = Turn(request.Header.Orientation);
        context.RotateFlip(rotate, flip);
    }

    /// <summary>What turns stored pixels upright: first the rotation, clockwise, then the flip (EXIF 2.32, section 4.6.5.1, Orientation).</summary>
    private static (RotateMode Rotate, FlipMode Flip) Turn(int orientation) => orientation switch
    {
        2 => (RotateMode.None, FlipMode.Horizontal),
        3 => (RotateMode.Rotate180, FlipMode.None),
        4 => (RotateMode.None, FlipMode.Vertical),
        5 => (RotateMode.Rotate90, FlipMode.Horizontal),
        6 => (RotateMode.Rotate90, FlipMode.None),
        7 => (RotateMode.Rotate270, FlipMode.Horizontal),
        8 => (RotateMode.Rotate270, FlipMode.None),
        _ => (RotateMode.None, FlipMode.None),
    };

    // A TIFF has its profile with each of its pages; that of another format is in the request.
    private static ColorProfile? EmbeddedProfile(Image image) =>
        image.Frames.RootFrame.Metadata.IccProfile is { } embedded && ColorProfile.Parse(embedded.ToByteArray()) is { IsSrgb: false } profile ? profile : null;

    private static string? ToSrgb<TPixel>(Image<TPixel> image, ColorProfile? profile)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        if (profile is null)
        {
            return null;
        }

        if (!profile.CanConvert)
        {
            return Approximated;
        }

        int channels = image.PixelType.BitsPerPixel / 8;
        image.ProcessPixelRows(rows =>
        {
            for (int y = 0; y < rows.Height; y++)
            {
                profile.ConvertToSrgb(MemoryMarshal.AsBytes(rows.GetRowSpan(y)), channels);
            }
        });
        return null;
    }

    private static Image<Rgb24> WithoutAlpha(Image<Rgba32> image)
    {
        using (image)
        {
            return image.CloneAs<Rgb24>();
        }
    }
}

using MediaTokens.Adapters.Libvips;
using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Tests.Libvips;

/// <summary>An image file in memory, and libvips at work on it.</summary>
internal static class Picture
{
    private static string Folder { get; } = Path.Combine(Root(), "tests", "media");

    private static IImageEngine Engine => Engines.Get(EngineNames.Libvips);

    /// <summary>Every image in tests/media but the bad ones, relative to it.</summary>
    public static IEnumerable<string> Samples => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Where(path => FileEndings.SaysImage(path) && !path.StartsWith("bad/", StringComparison.Ordinal) && !path.StartsWith("pdf/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>A sample of tests/media.</summary>
    public static byte[] Sample(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    public static MediaHeader Header(byte[] file)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        return MediaHeaderReader.Read(bytes);
    }

    /// <summary>Both sides halved, and at least 1.</summary>
    public static PixelSize Halved(PixelSize size) => new(Math.Max(1, size.Width / 2), Math.Max(1, size.Height / 2));

    /// <summary>Resizes a file, to its own size unless told otherwise, and gives what comes of it to <paramref name="read"/>.</summary>
    public static T Resize<T>(
        byte[] file,
        Func<VipsResizedImage?, T> read,
        PixelSize? size = null,
        bool keepMetadata = false,
        bool allowPartial = false,
        CancellationToken cancellationToken = default)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        MediaHeader header = MediaHeaderReader.Read(bytes);
        ResizeRequest request = new(bytes, header, size ?? header.Size, [MediaFormat.Png], null, keepMetadata, allowPartial);
        using var image = (VipsResizedImage?)Engine.Resize(request, cancellationToken);
        return read(image);
    }

    /// <summary>The pixels of a file, at its own size unless told otherwise.</summary>
    public static byte[] Pixels(byte[] file, PixelSize? size = null) => Resize(file, image => image!.Pixels.ToArray(), size);

    /// <summary>Resizes a file, and writes it.</summary>
    public static byte[] Convert(byte[] file, MediaFormat format, PixelSize? size = null, bool keepMetadata = false) =>
        Resize(file, image => Written(image!, format), size, keepMetadata);

    public static byte[] Written(IResizedImage image, MediaFormat format)
    {
        using MemoryStream output = new();
        image.Write(format, 85, output, CancellationToken.None);
        return output.ToArray();
    }

    /// <summary>The mean of each channel.</summary>
    public static double[] Mean(ReadOnlySpan<byte> pixels, int bands)
    {
        double[] sums = new double[bands];
        for (int i = 0; i < pixels.Length; i++)
        {
            sums[i % bands] += pixels[i];
        }

        int count = pixels.Length / bands;
        return [.. sums.Select(sum => sum / count)];
    }

    /// <summary>The mean of the absolute differences.</summary>
    public static double Difference(byte[] one, byte[] other) =>
        one.Zip(other, (first, second) => Math.Abs(first - second)).Average();

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaTokens.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}

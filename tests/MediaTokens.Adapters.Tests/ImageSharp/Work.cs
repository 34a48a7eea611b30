using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Tests.ImageSharp;

/// <summary>What the tests do over and over.</summary>
internal static class Work
{
    public static IImageEngine Engine => Engines.Get(EngineNames.ImageSharp);

    public static string Media { get; } = FindMedia();

    public static byte[] Sample(string path) => File.ReadAllBytes(Path.Combine(Media, path));

    /// <summary>Resizes an image, to half its size unless told otherwise, and gives what is made of the result; null where the engine cannot.</summary>
    public static T? Resize<T>(byte[] file, Func<IResizedImage, T> use, PixelSize? size = null, bool keepMetadata = false, bool allowPartial = false)
        where T : class
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        MediaHeader header = MediaHeaderReader.Read(bytes);
        PixelSize half = new(Math.Max(1, header.Size.Width / 2), Math.Max(1, header.Size.Height / 2));
        ResizeRequest request = new(bytes, header, size ?? half, [MediaFormat.Png], KeepMetadata: keepMetadata, AllowPartial: allowPartial);
        using IResizedImage? image = Engine.Resize(request, CancellationToken.None);
        return image is null ? null : use(image);
    }

    public static byte[] Written(IResizedImage image, MediaFormat format, int quality = 90)
    {
        using MemoryStream output = new();
        image.Write(format, quality, output, CancellationToken.None);
        return output.ToArray();
    }

    public static MediaHeader Header(byte[] file)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        return MediaHeaderReader.Read(bytes);
    }

    /// <summary>The pixels of a sample, resized.</summary>
    public static Pixels PixelsOf(byte[] file, PixelSize? size = null) => Resize(file, image => PngFile.Read(Written(image, MediaFormat.Png)), size)!;

    private static string FindMedia()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MediaTokens.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "tests", "media");
    }
}

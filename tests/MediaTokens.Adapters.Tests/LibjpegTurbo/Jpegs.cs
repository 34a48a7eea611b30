using MediaTokens.Adapters.LibjpegTurbo;
using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

/// <summary>What a sample of a plane is, at the middle of the pixels that it stands for.</summary>
internal delegate double Painter(int plane, double x, double y);

/// <summary>Makes JPEG files from formulas, and decodes results back to samples.</summary>
internal static unsafe class Jpegs
{
    private static readonly string Media = FindMedia();

    public static IImageEngine Engine => Engines.Get(EngineNames.LibjpegTurbo);

    public static byte[] Sample(string path) => File.ReadAllBytes(Path.Combine(Media, path));

    public static byte[] Make(PixelSize size, ChromaSubsampling subsampling, Painter painter, int quality = 100)
    {
        using Workspace workspace = new(TurboJpegFinder.Find(out _)!);
        using MemoryStream file = new();
        workspace.Encode(Planes.Paint(workspace.Decoded, size, subsampling, painter), quality, file);
        return file.ToArray();
    }

    public static DecodedJpeg Decode(byte[] file)
    {
        using Workspace workspace = new(TurboJpegFinder.Find(out _)!);
        using ImageBytes bytes = ImageBytes.Copy(file);
        MediaHeader header = MediaHeaderReader.Read(bytes);
        PlaneSet planes = ScaledDecoder.Decode(new(bytes, header, header.Size, [MediaFormat.Jpeg]), workspace, out _)!.Planes;
        return new(planes.Size, planes.Subsampling, [.. Enumerable.Range(0, planes.Count).Select(i => Planes.Copy(planes[i]))]);
    }

    /// <summary>Resizes with the engine and gives the file that is written; null when the engine declines.</summary>
    public static byte[]? Resize(byte[] file, PixelSize? size = null, bool allowPartial = false, int quality = 100)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        MediaHeader header = MediaHeaderReader.Read(bytes);
        using IResizedImage? image = Engine.Resize(
            new(bytes, header, size ?? header.Size, [MediaFormat.Jpeg], AllowPartial: allowPartial), CancellationToken.None);
        return image is null ? null : Write(image, quality);
    }

    public static byte[] Write(IResizedImage image, int quality)
    {
        using MemoryStream output = new();
        image.Write(MediaFormat.Jpeg, quality, output, CancellationToken.None);
        return output.ToArray();
    }

    public static MediaHeader Header(byte[] file)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        return MediaHeaderReader.Read(bytes);
    }

    private static string FindMedia()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "media")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "media");
    }
}

/// <summary>The samples of a file.</summary>
internal sealed record DecodedJpeg(PixelSize Size, ChromaSubsampling Subsampling, IReadOnlyList<byte[,]> Planes);

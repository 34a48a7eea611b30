using MediaTokens.Headers;
using MetadataExtractor;
using MetadataExtractor.Formats.Bmp;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using Xunit;
using MetadataDirectory = MetadataExtractor.Directory;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>The MetadataExtractor library reads the samples too, and must come to the same sizes.</summary>
public sealed class IndependentReaderTests
{
    // The library takes BigTIFF for no format that it knows.
    private static readonly string[] NotRead = ["tiff-big-big-endian.tif", "tiff-big-little-endian.tif"];

    public static TheoryData<string> Paths => new(TestMedia.Samples
        .Where(sample => sample.Format is not (MediaFormat.Heic or MediaFormat.Avif) && !NotRead.Contains(Path.GetFileName(sample.Path)))
        .Select(sample => sample.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void MetadataExtractor_tells_the_same_size(string path)
    {
        IReadOnlyList<MetadataDirectory> directories = ImageMetadataReader.ReadMetadata(TestMedia.FullPath(path));
        (int width, int height) = StoredSize(directories);
        MediaHeader header = MediaHeaderReader.Read(TestMedia.FullPath(path), out _);
        Assert.Equal(header.Size, header.Orientation >= 5 ? new PixelSize(height, width) : new PixelSize(width, height));
        if (directories.OfType<ExifIfd0Directory>().FirstOrDefault() is { } exif && exif.TryGetInt32(ExifDirectoryBase.TagOrientation, out int orientation))
        {
            Assert.Equal(header.Orientation, orientation is >= 1 and <= 8 ? orientation : 1);
        }
    }

    private static (int Width, int Height) StoredSize(IReadOnlyList<MetadataDirectory> directories)
    {
        foreach (MetadataDirectory directory in directories)
        {
            (int width, int height)? tags = directory switch
            {
                JpegDirectory => (JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
                PngDirectory { Name: "PNG-IHDR" } => (PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
                GifHeaderDirectory => (GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight),
                WebPDirectory => (WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
                BmpHeaderDirectory => (BmpHeaderDirectory.TagImageWidth, BmpHeaderDirectory.TagImageHeight),
                ExifIfd0Directory => (ExifDirectoryBase.TagImageWidth, ExifDirectoryBase.TagImageHeight),
                _ => null,
            };
            if (tags is { } found && directory.TryGetInt32(found.width, out int width) && directory.TryGetInt32(found.height, out int height))
            {
                return (width, height);
            }
        }

        throw new InvalidOperationException("The library finds no size: " + string.Join(", ", directories.Select(directory => directory.Name)));
    }
}

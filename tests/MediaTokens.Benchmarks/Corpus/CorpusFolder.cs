using System.Globalization;
using MediaTokens.Benchmarks.Measuring;

namespace MediaTokens.Benchmarks.Corpus;

/// <summary>
/// Folders of mixed image files, made of the repository's samples: of ten files six are JPEG with 30,000 to 60,000 bytes of
/// EXIF and a colour profile before the frame header, two PNG, one WebP, one GIF. A folder is made once, and always alike.
/// </summary>
internal sealed class CorpusFolder(string root, string samples, Report report)
{
    // Goes up when the files would come out differently.
    private const string Recipe = "1";
    private const int LeastExif = 30_000;

    // With the profile and the rest of the header it stays below 65,536, which is as far as some readers look.
    private const int MostExif = 60_000;

    private static readonly string[] Jpegs =
        ["jpeg-baseline.jpg", "jpeg-progressive.jpg", "jpeg-restart.jpg", "jpeg-grey.jpg", "jpeg-cmyk.jpg", "jpeg-pillow.jpg"];

    private static readonly string[] Pngs =
        ["png-truecolour.png", "png-alpha.png", "png-grey.png", "png-1-bit.png", "png-16-bit.png", "png-interlaced.png", "png-text-icc.png"];

    private static readonly string[] WebPs = ["webp-lossy.webp", "webp-lossless.webp", "webp-alpha.webp", "webp-icc.webp", "webp-pillow.webp"];

    private static readonly string[] Gifs = ["gif-87a.gif", "gif-one-frame-loop.gif", "../icon.gif"];

    /// <summary>The folder with that many files; makes it where it is not there, or not complete.</summary>
    public string Get(int files)
    {
        string folder = Path.Combine(root, files.ToString(CultureInfo.InvariantCulture));
        string marker = folder + ".complete";
        if (File.Exists(marker) && File.ReadAllText(marker) == Recipe)
        {
            return folder;
        }

        report.Line($"making {files:N0} files in {folder}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        Fill(folder, files);
        File.WriteAllText(marker, Recipe);
        return folder;
    }

    private void Fill(string folder, int files)
    {
        Random random = new(files);
        byte[] noise = new byte[2 * MostExif];
        random.NextBytes(noise);
        (byte[][] jpegs, byte[][] pngs, byte[][] webPs, byte[][] gifs) = (Read(Jpegs), Read(Pngs), Read(WebPs), Read(Gifs));
        for (int i = 0; i < files; i++)
        {
            (string extension, byte[] content) = (i % 10) switch
            {
                0 or 2 or 3 or 5 or 7 or 8 => ("jpg", Splice(Pick(jpegs, random), noise, random)),
                1 or 6 => ("png", Pick(pngs, random)),
                4 => ("webp", Pick(webPs, random)),
                _ => ("gif", Pick(gifs, random)),
            };
            File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.{extension}")), content);
        }
    }

    private byte[][] Read(string[] names) => [.. names.Select(name => File.ReadAllBytes(Path.Combine(samples, "formats", name)))];

    private static byte[] Pick(byte[][] contents, Random random) => contents[random.Next(contents.Length)];

    /// <summary>Puts the segments behind the first two bytes, the start-of-image marker.</summary>
    private static byte[] Splice(byte[] jpeg, byte[] noise, Random random)
    {
        int exif = random.Next(LeastExif, MostExif + 1);
        byte[] content = new byte[jpeg.Length + exif + IccSegment.Size];
        jpeg.AsSpan(0, 2).CopyTo(content);
        ExifSegment.Write(content.AsSpan(2, exif), (ushort)random.Next(1, 9), noise.AsSpan(random.Next(MostExif)));
        IccSegment.Write(content.AsSpan(2 + exif));
        jpeg.AsSpan(2).CopyTo(content.AsSpan(2 + exif + IccSegment.Size));
        return content;
    }
}

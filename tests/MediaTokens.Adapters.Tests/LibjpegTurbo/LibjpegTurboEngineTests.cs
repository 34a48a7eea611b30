using MediaTokens.Adapters.LibjpegTurbo;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class LibjpegTurboEngineTests
{
    private static readonly ChromaSubsampling[] Subsamplings = Enum.GetValues<ChromaSubsampling>();

    [Fact]
    public void An_engine_that_is_missing_says_what_to_install()
    {
        EngineStatus status = LibjpegTurboEngine.Find();
        Assert.Equal(EngineNames.LibjpegTurbo, status.Name);
        Assert.NotEqual(status.Engine is null, status.Reason is null);
        Assert.Contains("libturbojpeg0", TurboJpegFinder.Missing, StringComparison.Ordinal);
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void It_is_asked_first_for_JPEG_and_reads_and_writes_nothing_else()
    {
        Assert.Equal(0, Jpegs.Engine.Rank(new(MediaFormat.Jpeg, new(1, 1))));
        Assert.Equal(int.MaxValue, Jpegs.Engine.Rank(new(MediaFormat.Png, new(1, 1))));
        Assert.Equal([MediaFormat.Jpeg], Jpegs.Engine.Reads);
        Assert.Equal([MediaFormat.Jpeg], Jpegs.Engine.Writes);
        Assert.Matches(@"^[23]\.([0-9]+(\.[0-9]+)*|x)$", Jpegs.Engine.Version);
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void The_file_has_the_size_asked_for_and_the_chroma_subsampling_of_the_source()
    {
        foreach (ChromaSubsampling subsampling in Subsamplings)
        {
            foreach ((PixelSize size, PixelSize target) in Shrinks())
            {
                byte[] file = Jpegs.Resize(Jpegs.Make(size, subsampling, Wave), target)!;
                Assert.Equal(new MediaHeader(MediaFormat.Jpeg, target), Jpegs.Header(file));
                Assert.Equal(subsampling, Jpegs.Decode(file).Subsampling);
            }
        }
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void Every_plane_of_a_shrunken_ramp_stays_where_it_was()
    {
        foreach (ChromaSubsampling subsampling in Subsamplings)
        {
            foreach ((PixelSize size, PixelSize target) in Shrinks().Where(shrink => shrink.Target.ShortSide >= 20))
            {
                // Without noise, whole rows of a ramp are rounded in the same direction.
                Random noise = new(size.Width);
                byte[] source = Jpegs.Make(
                    size, subsampling, (plane, x, y) => Ramp(plane, x / size.Width, y / size.Height) + (noise.NextDouble() * 2) - 1);
                DecodedJpeg result = Jpegs.Decode(Jpegs.Resize(source, target)!);
                for (int plane = 0; plane < result.Planes.Count; plane++)
                {
                    AssertRamp(result, plane);
                }
            }
        }
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void Flat_colour_stays_the_same_colour()
    {
        int[] levels = [180, 90, 200];
        byte[] source = Jpegs.Make(new(801, 603), ChromaSubsampling.Yuv420, (plane, _, _) => levels[plane]);
        DecodedJpeg result = Jpegs.Decode(Jpegs.Resize(source, new(97, 73))!);
        for (int plane = 0; plane < levels.Length; plane++)
        {
            Assert.All(result.Planes[plane].Cast<byte>(), sample => Assert.InRange(sample, levels[plane] - 1, levels[plane] + 1));
        }
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void A_file_can_be_written_again_with_another_quality()
    {
        using ImageBytes bytes = ImageBytes.Copy(Jpegs.Make(new(640, 480), ChromaSubsampling.Yuv420, Wave));
        using IResizedImage image = Jpegs.Engine.Resize(
            new(bytes, MediaHeaderReader.Read(bytes), new(320, 240), [MediaFormat.Jpeg]), CancellationToken.None)!;
        byte[] fine = Jpegs.Write(image, 95);
        byte[] coarse = Jpegs.Write(image, 20);
        Assert.True(coarse.Length < fine.Length);
        Assert.Equal(fine, Jpegs.Write(image, 95));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void The_flat_share_is_what_equals_its_left_neighbour()
    {
        Assert.Equal(1, FlatShare(new(64, 64), (_, _, _) => 128));
        Assert.Equal(0, FlatShare(new(64, 64), (_, x, _) => x * 4));
        Assert.Equal(48.0 / 63, FlatShare(new(64, 64), (_, x, _) => x < 48 ? 100 : 100 + ((x - 48) * 8)), 0.02);
        Assert.Equal(1, FlatShare(new(1, 64), (_, _, y) => y * 4));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void What_it_cannot_do_is_left_to_another_engine()
    {
        using ImageBytes bytes = ImageBytes.Copy(Jpegs.Make(new(16, 16), ChromaSubsampling.Yuv444, Wave));
        ResizeRequest request = new(bytes, MediaHeaderReader.Read(bytes), new(8, 8), [MediaFormat.Jpeg]);
        Assert.Null(Jpegs.Engine.Resize(request with { KeepMetadata = true }, CancellationToken.None));
        Assert.Null(Jpegs.Engine.Resize(request with { Formats = [MediaFormat.Png, MediaFormat.Jpeg] }, CancellationToken.None));
        Assert.Null(Jpegs.Engine.Resize(request with { Header = request.Header with { Format = MediaFormat.Png } }, CancellationToken.None));
        using IResizedImage? image = Jpegs.Engine.Resize(request with { Formats = [MediaFormat.Jpeg, MediaFormat.Png] }, CancellationToken.None);
        Assert.NotNull(image);
        Assert.False(image.CanWrite(MediaFormat.Png));
        Assert.True(image.CanWrite(MediaFormat.Jpeg));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void Cancelling_ends_the_work()
    {
        using ImageBytes bytes = ImageBytes.Copy(Jpegs.Make(new(16, 16), ChromaSubsampling.Yuv444, Wave));
        ResizeRequest request = new(bytes, MediaHeaderReader.Read(bytes), new(8, 8), [MediaFormat.Jpeg]);
        Assert.Throws<OperationCanceledException>(() => Jpegs.Engine.Resize(request, new(canceled: true)));
        using IResizedImage image = Jpegs.Engine.Resize(request, CancellationToken.None)!;
        Assert.Throws<OperationCanceledException>(() => image.Write(MediaFormat.Jpeg, 80, Stream.Null, new(canceled: true)));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void Threads_do_not_disturb_one_another()
    {
        byte[][] sources = [.. Enumerable.Range(0, 8).Select(
            i => Jpegs.Make(new(300 + (41 * i), 500 - (31 * i)), Subsamplings[i % Subsamplings.Length], Wave))];
        byte[][] expected = [.. sources.Select(source => Jpegs.Resize(source, new(120, 110))!)];
        Parallel.For(0, 200, i => Assert.Equal(expected[i % 8], Jpegs.Resize(sources[i % 8], new(120, 110))));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void An_image_that_was_disposed_cannot_be_written()
    {
        using ImageBytes bytes = ImageBytes.Copy(Jpegs.Make(new(16, 16), ChromaSubsampling.Grey, Wave));
        IResizedImage image = Jpegs.Engine.Resize(
            new(bytes, MediaHeaderReader.Read(bytes), new(8, 8), [MediaFormat.Jpeg]), CancellationToken.None)!;
        image.Dispose();
        image.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Jpegs.Write(image, 80));
    }

    private static IEnumerable<(PixelSize Size, PixelSize Target)> Shrinks() =>
    [
        (new(400, 300), new(200, 150)), (new(401, 303), new(133, 101)), (new(1601, 1203), new(401, 301)), (new(2000, 1500), new(99, 75)),
        (new(97, 61), new(96, 60)), (new(49, 45), new(25, 23)), (new(64, 64), new(64, 64)), (new(1, 1), new(1, 1)),
        (new(1, 1000), new(1, 300)), (new(1000, 1), new(31, 1)), (new(3, 3), new(1, 1)), (new(17, 2000), new(1, 125)),
    ];

    private static double Wave(int plane, double x, double y) => 128 + (100 * Math.Sin((x / 9) + plane) * Math.Cos(y / 13));

    private static double Ramp(int plane, double x, double y) => plane switch
    {
        0 => 25 + (93.7 * x) + (91.3 * y),
        1 => 230 - (187.3 * x),
        _ => 30 + (189.1 * y),
    };

    // A shift of a tenth of a sample shows in the mean of the smallest, where noise and the rounding of two encodings do not.
    private static void AssertRamp(DecodedJpeg result, int plane)
    {
        const int Edge = 4;
        int columns = result.Subsampling.ColumnsPerSample(plane);
        int rows = result.Subsampling.RowsPerSample(plane);
        byte[,] samples = result.Planes[plane];
        List<double> errors = [];
        for (int y = Edge; y < samples.GetLength(0) - Edge; y++)
        {
            for (int x = Edge; x < samples.GetLength(1) - Edge; x++)
            {
                errors.Add(samples[y, x] - Ramp(plane, (x + 0.5) * columns / result.Size.Width, (y + 0.5) * rows / result.Size.Height));
            }
        }

        Assert.InRange(errors.Max(Math.Abs), 0, 5);
        Assert.InRange(errors.Average(), -0.3, 0.3);
    }

    private static double FlatShare(PixelSize size, Painter painter)
    {
        using ImageBytes bytes = ImageBytes.Copy(Jpegs.Make(size, ChromaSubsampling.Grey, painter));
        using IResizedImage image = Jpegs.Engine.Resize(
            new(bytes, MediaHeaderReader.Read(bytes), size, [MediaFormat.Jpeg]), CancellationToken.None)!;
        return image.FlatShare;
    }
}

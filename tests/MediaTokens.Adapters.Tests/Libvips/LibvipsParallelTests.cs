using System.Diagnostics;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class LibvipsParallelTests
{
    private static readonly string[] Paths =
    [
        "boardwalk.jpg", "formats/png-alpha.png", "formats/webp-lossy.webp", "formats/tiff-tiled.tif", "formats/jpeg-cmyk.jpg", "formats/gif-comment.gif",
    ];

    [EngineFact(EngineNames.Libvips)]
    public void Four_threads_give_what_one_gives()
    {
        byte[][] alone = [.. Paths.Select(Written)];

        Parallel.For(0, 48, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => Assert.Equal(alone[i % Paths.Length], Written(Paths[i % Paths.Length])));
    }

    [EngineFact(EngineNames.Libvips)]
    public void A_damaged_file_is_told_from_the_sound_ones_beside_it()
    {
        byte[] sound = Picture.Sample("formats/jpeg-baseline.jpg");
        byte[] damaged = sound[..(sound.Length / 2)];

        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            if (i % 2 == 0)
            {
                Assert.False(Picture.Resize(sound, image => image!.IsPartial));
            }
            else
            {
                Assert.Equal(MediaErrorId.CorruptPixels, Assert.Throws<MediaException>(() => Picture.Resize(damaged, image => image)).Id);
            }
        });
    }

    [EngineFact(EngineNames.Libvips)]
    public void A_cancelled_run_does_nothing() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Picture.Resize(Picture.Sample("boardwalk.jpg"), image => image, cancellationToken: new(canceled: true)));

    [EngineFact(EngineNames.Libvips)]
    public void Cancelling_ends_a_long_decode()
    {
        byte[] file = PngFile.Create(10_000, 6000, PngFile.Grey, 8, (x, y, _) => x & y);
        TimeSpan whole = Time(file);

        // Earlier each time, since a busy machine may be late with the cancelling or with the first decoding.
        Assert.Contains(Enumerable.Range(0, 10), attempt =>
        {
            using CancellationTokenSource source = new();

            // A thread of its own: the pool may be busy with other tests.
            Thread cancelling = new(() =>
            {
                Thread.Sleep(whole / (4 << attempt));
                source.Cancel();
            });
            cancelling.Start();
            bool wasCancelled = WasCancelled(file, source.Token);
            cancelling.Join();
            return wasCancelled;
        });
    }

    private static TimeSpan Time(byte[] file)
    {
        long start = Stopwatch.GetTimestamp();
        _ = WasCancelled(file, CancellationToken.None);
        return Stopwatch.GetElapsedTime(start);
    }

    private static bool WasCancelled(byte[] file, CancellationToken cancellationToken)
    {
        try
        {
            _ = Picture.Resize(file, image => image, new(600, 300), cancellationToken: cancellationToken);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static byte[] Written(string path)
    {
        byte[] file = Picture.Sample(path);
        return Picture.Convert(file, MediaFormat.Png, Picture.Halved(Picture.Header(file).Size));
    }
}

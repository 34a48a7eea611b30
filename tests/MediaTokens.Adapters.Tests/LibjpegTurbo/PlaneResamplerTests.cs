using MediaTokens.Adapters.LibjpegTurbo;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class PlaneResamplerTests
{
    /// <summary>Source and target: ordinary, odd, a single row, column or sample, at the edges of vectors, and out of proportion.</summary>
    public static TheoryData<int, int, int, int> Sizes => new()
    {
        { 100, 75, 51, 38 }, { 101, 77, 50, 38 }, { 16, 16, 15, 15 }, { 17, 17, 16, 16 }, { 31, 33, 31, 33 }, { 64, 64, 1, 1 },
        { 1, 1, 1, 1 }, { 1, 1000, 1, 300 }, { 1000, 1, 300, 1 }, { 2, 3, 1, 2 }, { 5, 5, 3, 3 }, { 3000, 2, 7, 1 }, { 2, 3000, 1, 7 },
        { 200, 150, 200, 33 }, { 200, 150, 33, 150 }, { 640, 48, 639, 47 }, { 129, 65, 127, 64 }, { 60000, 3, 5, 2 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_kernel_gives_the_same_samples(int width, int height, int targetWidth, int targetHeight)
    {
        Random random = new(width + height);
        using NativeBuffer memory = new();
        foreach (bool extreme in (bool[])[false, true])
        {
            Plane source = Planes.Grey(memory, width, height, (_, _) => extreme ? 255 * random.Next(2) : random.Next(256))[0];
            byte[,] scalar = Resample<ScalarKernel>(source, targetWidth, targetHeight);
            if (PortableKernel.IsSupported)
            {
                Assert.Equal(scalar, Resample<PortableKernel>(source, targetWidth, targetHeight));
            }

            if (Avx2Kernel.IsSupported)
            {
                Assert.Equal(scalar, Resample<Avx2Kernel>(source, targetWidth, targetHeight));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Fixed_point_stays_within_one_level_of_the_formula(int width, int height, int targetWidth, int targetHeight)
    {
        Random random = new(7);
        using NativeBuffer memory = new();
        Plane source = Planes.Grey(memory, width, height, (_, _) => random.Next(256))[0];
        byte[,] expected = LanczosReference.Resample(Planes.Copy(source), targetWidth, targetHeight);
        Assert.InRange(Planes.LargestDifference(expected, Resample<ScalarKernel>(source, targetWidth, targetHeight)), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_flat_plane_stays_flat(int width, int height, int targetWidth, int targetHeight)
    {
        using NativeBuffer memory = new();
        foreach (byte level in (byte[])[0, 1, 127, 128, 254, 255])
        {
            Plane source = Planes.Grey(memory, width, height, (_, _) => level)[0];
            Assert.DoesNotContain(Resample<ScalarKernel>(source, targetWidth, targetHeight).Cast<byte>(), sample => sample != level);
        }
    }

    [Fact]
    public void A_plane_that_keeps_its_size_keeps_its_samples()
    {
        Random random = new(3);
        using NativeBuffer memory = new();
        Plane source = Planes.Grey(memory, 83, 47, (_, _) => random.Next(256))[0];
        Assert.Equal(Planes.Copy(source), Resample<ScalarKernel>(source, 83, 47));
    }

    [Fact]
    public void An_axis_that_is_flipped_runs_backwards()
    {
        Random random = new(4);
        using NativeBuffer memory = new();
        Plane source = Planes.Grey(memory, 90, 3, (_, _) => random.Next(256))[0];
        byte[,] forwards = Resample<ScalarKernel>(source, 41, 3);
        byte[,] backwards = ResampleAxes<ScalarKernel>(source, new(90, 41, 90.0 / 41, 41, true), new(3, 3, 1, 3, false));
        for (int x = 0; x < 41; x++)
        {
            Assert.InRange(forwards[1, x] - backwards[1, 40 - x], -1, 1);
        }
    }

    [Fact]
    public void Cancelling_ends_the_work()
    {
        using NativeBuffer memory = new();
        Plane source = Planes.Grey(memory, 8, 8, (_, _) => 0)[0];
        LanczosWeights weights = new(new(8, 8, 1, 8, false));
        Assert.Throws<OperationCanceledException>(
            () => PlaneResampler.Resample(source, source, weights, weights, memory, new CancellationToken(canceled: true)));
    }

    private static byte[,] Resample<TKernel>(Plane source, int width, int height)
        where TKernel : struct, IRowKernel => ResampleAxes<TKernel>(
            source,
            new(source.Width, width, (double)source.Width / width, width, false),
            new(source.Height, height, (double)source.Height / height, height, false));

    private static byte[,] ResampleAxes<TKernel>(Plane source, ResampledAxis columns, ResampledAxis rows)
        where TKernel : struct, IRowKernel
    {
        using NativeBuffer memory = new();
        using NativeBuffer row = new();
        Plane target = new PlaneSet(memory, new(columns.Target, rows.Target), ChromaSubsampling.Grey)[0];
        PlaneResampler.Resample<TKernel>(source, target, new(columns), new(rows), row, CancellationToken.None);
        return Planes.Copy(target);
    }
}

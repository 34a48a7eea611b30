using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>AVI, Windows Media and MPEG files: time, size and sound as another reader tells them, whole, cut off and changed.</summary>
public sealed class StreamSampleTests
{
    private const double Rounding = 0.0005;
    private static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    public static TheoryData<string> Paths => new(StreamSamples.All.Select(sample => sample.Path));

    public static TheoryData<string> BadPaths => new(StreamSamples.Bad.Select(bad => bad.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_is_read_as_another_reads_it(string path)
    {
        StreamSample sample = StreamSamples.Named(path);
        MediaHeader header = Reading.Header(StreamSamples.Bytes(path));
        VideoHeader video = header.Video!;
        Assert.Equal((sample.Format, sample.Size, 1, sample.HasAudio), (header.Format, header.Size, header.Orientation, video.HasAudio));
        Assert.Null(video.DurationProblem);
        Assert.Equal(sample.Duration, video.Duration!.Value.TotalSeconds, sample.Frame + Rounding);
        Assert.Equal(sample.FrameRate!.Value, video.FrameRate!.Value, sample.FrameRate.Value * 0.01);
        if (sample.PictureDuration is { } pictures)
        {
            Assert.Equal(pictures, video.PictureDuration!.Value.TotalSeconds, sample.Frame + Rounding);
        }
    }

    [Theory]
    [MemberData(nameof(BadPaths))]
    public void A_bad_sample_is_refused_under_its_id_or_tells_no_duration(string path)
    {
        MediaErrorId expected = StreamSamples.Bad.Single(bad => bad.Path == path).Id;
        byte[] bytes = StreamSamples.Bytes(path);
        if (expected != MediaErrorId.UnknownDuration)
        {
            _ = Reading.Fails(bytes, expected);
            return;
        }

        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Null(video.Duration);
        Assert.NotEmpty(video.DurationProblem!);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cut_anywhere_a_sample_has_its_size_and_no_longer_a_duration_or_is_refused(string path)
    {
        const int EveryLengthUpTo = 1500;
        StreamSample sample = StreamSamples.Named(path);
        byte[] bytes = StreamSamples.Bytes(path);
        double whole = Reading.Header(bytes).Video!.Duration!.Value.TotalSeconds;
        for (int length = 1; length < bytes.Length; length += length < EveryLengthUpTo ? 1 : 397)
        {
            if (Reading.HeaderOrRefusal(new MemorySource(bytes.AsMemory(0, length))) is not { } header)
            {
                continue;
            }

            Assert.Equal((length, sample.Format, sample.Size), (length, header.Format, header.Size));
            Assert.InRange(header.Video!.Duration?.TotalSeconds ?? 0, 0, whole + sample.Frame + Rounding);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Changed_bytes_are_read_or_refused(string path)
    {
        const int Rounds = 150;
        const int Front = 1200;
        byte[] original = StreamSamples.Bytes(path);
        Random random = new(original.Length + path.Length);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = [.. original];
            for (int i = random.Next(8); i >= 0; i--)
            {
                int place = random.Next(random.Next(3) == 0 ? bytes.Length : Front);
                bytes[place] = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)(bytes[place] ^ (1 << random.Next(8)));
            }

            int cut = random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length;
            MemorySource source = new(bytes.AsMemory(0, cut));
            if (Reading.HeaderOrRefusal(source) is { Video: { } video } header)
            {
                Assert.True(header.Size is { Width: > 0, Height: > 0 }, header.ToString());
                Assert.True(video.Duration is null == video.DurationProblem is not null, header.ToString());
                Assert.True(video.Duration is null || video.Duration > TimeSpan.Zero, header.ToString());
                Assert.True(video.PictureDuration is null || video.PictureDuration <= video.Duration, header.ToString());
                Assert.True(video.FrameRate is null or (> 0 and < double.PositiveInfinity), header.ToString());
            }

            Assert.True(source.BytesRead <= Reading.Budget, $"{source.BytesRead} bytes were read.");
        }
    }

    [Fact]
    public void Every_sample_has_a_row_and_every_row_a_sample()
    {
        string[] prefixes = ["avi-", "wmv-", "mpeg-", "ts-", "m2ts-"];
        string folder = TestMedia.FullPath("video");
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => prefixes.Any(prefix => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal)))
            .Where(file => Path.GetExtension(file) is not (".csv" or ".md"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            StreamSamples.All.Select(sample => sample.Path).Concat(StreamSamples.Bad.Select(bad => bad.Path)).Order(StringComparer.Ordinal),
            files);
    }
}

using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>The samples of Matroska, WebM and Flash video are read as ffprobe reads them.</summary>
public sealed class MatroskaAndFlvSampleTests
{
    // What ffprobe prints is rounded to a millisecond by some containers.
    private const double Rounding = 0.0015;

    public static TheoryData<string> Paths => new(Samples.Select(sample => sample.Path));

    public static TheoryData<string> BadPaths => new(BadSamples.Select(bad => bad.Path));

    internal static IEnumerable<FamilySample> Samples => FamilySample.All("matroska").Concat(FamilySample.All("flv"));

    private static IEnumerable<(string Path, MediaErrorId Expected)> BadSamples => FamilySample.Bad("matroska").Concat(FamilySample.Bad("flv"));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_tells_what_the_judge_tells(string path)
    {
        FamilySample sample = Samples.Single(sample => sample.Path == path);
        MediaHeader header = Reading.Header(sample.Bytes);
        VideoHeader video = Assert.IsType<VideoHeader>(header.Video);
        Assert.Equal((sample.Format, sample.Size, sample.HasAudio), (header.Format, header.Size, video.HasAudio));
        Assert.Null(video.DurationProblem);
        Near(sample.Duration, video.Duration, sample.Frame);
        Near(sample.PictureDuration, video.PictureDuration, sample.Frame);
        Assert.Equal(sample.FrameRate is null, video.FrameRate is null);
        Assert.InRange((video.FrameRate ?? 1) / (sample.FrameRate ?? 1), 0.99, 1.01);
    }

    [Theory]
    [MemberData(nameof(BadPaths))]
    public void A_bad_sample_is_refused_or_has_no_duration(string path)
    {
        byte[] bytes = FamilySample.Of(path);
        MediaErrorId expected = BadSamples.Single(bad => bad.Path == path).Expected;
        if (expected != MediaErrorId.UnknownDuration)
        {
            Reading.Fails(bytes, expected);
            return;
        }

        VideoHeader video = Assert.IsType<VideoHeader>(Reading.Header(bytes).Video);
        Assert.Null(video.Duration);
        Assert.NotEmpty(video.DurationProblem!);
    }

    [Fact]
    public void A_turned_sample_tells_its_orientation() =>
        Assert.Equal(8, Reading.Header(FamilySample.Of("mkvmerge-turned.mkv")).Orientation);

    private static void Near(double? expected, TimeSpan? actual, double frame)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.InRange((actual?.TotalSeconds ?? 0) - (expected ?? 0), -frame - Rounding, frame + Rounding);
    }
}

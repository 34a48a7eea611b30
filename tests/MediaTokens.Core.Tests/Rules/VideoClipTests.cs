using System.Numerics;
using MediaTokens.Headers;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Clips and sampling, held against a restatement in whole numbers.</summary>
public sealed class VideoClipTests
{
    [Theory]
    [InlineData(60, 1, 60)]
    [InlineData(60.001, 1, 61)]
    [InlineData(59.999, 1, 60)]
    [InlineData(0.04, 1, 1)]
    [InlineData(0, 1, 1, true)]
    [InlineData(10, 24, 240)]
    [InlineData(10, 0.1, 1)]
    [InlineData(10.01, 0.1, 2)]
    [InlineData(3600, 0.5, 1800)]
    public void Frames_are_sampled_from_the_start_of_the_clip(double seconds, double rate, long frames, bool isEmpty = false)
    {
        if (isEmpty)
        {
            Cost.Fails(MediaErrorId.ClipOutOfRange, () => Clip(seconds, new() { FramesPerSecond = (decimal)rate }));
            return;
        }

        Assert.Equal(frames, Clip(seconds, new() { FramesPerSecond = (decimal)rate }).Frames);
    }

    [Fact]
    public void The_pictures_decide_the_frames_and_the_whole_the_sound()
    {
        VideoHeader header = new() { Duration = TimeSpan.FromSeconds(10.02), PictureDuration = TimeSpan.FromSeconds(10), HasAudio = true };
        VideoClip clip = VideoClip.Create(header, new());
        Assert.Equal((10L, TimeSpan.FromSeconds(10.02)), (clip.Frames, clip.Length));
        Assert.Equal(11, VideoClip.Create(header, new() { Duration = TimeSpan.FromSeconds(10.02) }).Frames);
        Assert.Equal(1, VideoClip.Create(header, new() { StartTime = TimeSpan.FromSeconds(10.01) }).Frames);
    }

    [Fact]
    public void An_end_behind_the_end_is_the_end() =>
        Assert.Equal(TimeSpan.FromSeconds(10), Clip(10, new() { EndTime = TimeSpan.FromHours(1) }).End);

    [Theory]
    [InlineData(10, null, "begin at 10 s, and the video plays 10 s")]
    [InlineData(11.5, null, "begin at 11.5 s, and the video plays 10 s")]
    [InlineData(5, 5.0, "begin at 5 s and end at 5 s")]
    [InlineData(5, 4.0, "begin at 5 s and end at 4 s")]
    public void A_clip_with_nothing_in_it_is_an_error(double start, double? end, string message)
    {
        VideoSettings settings = new() { StartTime = TimeSpan.FromSeconds(start), EndTime = end is double seconds ? TimeSpan.FromSeconds(seconds) : null };
        Assert.Contains(message, Cost.Fails(MediaErrorId.ClipOutOfRange, () => Clip(10, settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duration_that_is_not_known_must_be_given()
    {
        VideoHeader header = new() { DurationProblem = "Its timescale is 0." };
        MediaException exception = Cost.Fails(MediaErrorId.UnknownDuration, () => VideoClip.Create(header, new()));
        Assert.Contains("Its timescale is 0.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Duration", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(90, VideoClip.Create(header, new() { Duration = TimeSpan.FromSeconds(90) }).Frames);
    }

    [Fact]
    public void Sound_is_left_out_where_it_is_not_wanted()
    {
        Assert.True(Clip(10, new()).HasAudio);
        Assert.False(Clip(10, new() { ExcludeAudio = true }).HasAudio);
    }

    [Fact]
    public void A_file_with_fewer_frames_than_are_asked_for_may_give_fewer()
    {
        VideoHeader slow = new() { Duration = TimeSpan.FromSeconds(10), FrameRate = 2, HasAudio = false };
        VideoClip clip = VideoClip.Create(slow, new() { FramesPerSecond = 24 });
        Assert.Equal((240L, 20L, 241L), (clip.Frames, clip.LeastFrames, clip.MostFrames));
    }

    // Sample k lies at start + k / rate. With the rate a fraction p / q and times in ticks, it is before the end when
    // k * q * 10,000,000 < (end - start) * p.
    [Fact]
    public void Sampling_is_as_restated_by_counting_the_samples()
    {
        Random random = new(20_261_121);
        for (int i = 0; i < 20_000; i++)
        {
            long duration = random.NextInt64(1, 20) * (random.Next(3) == 0 ? 10_000_000 : random.NextInt64(1, 100_000_000));
            long start = random.Next(2) == 0 ? 0 : random.NextInt64(0, duration);
            long end = random.Next(2) == 0 ? duration : random.NextInt64(start + 1, (2 * duration) + 2);
            int p = random.Next(1, 2401);
            VideoSettings settings = new()
            {
                FramesPerSecond = p / 100m,
                StartTime = start == 0 && random.Next(2) == 0 ? null : TimeSpan.FromTicks(start),
                EndTime = end == duration && random.Next(2) == 0 ? null : TimeSpan.FromTicks(end),
            };
            VideoClip clip = VideoClip.Create(new() { Duration = TimeSpan.FromTicks(duration), FrameRate = 60 }, settings);
            BigInteger span = (BigInteger)(Math.Min(end, duration) - start) * p;
            BigInteger step = (BigInteger)100 * 10_000_000;
            BigInteger last = (span - 1) / step;
            Assert.Equal(last + 1, (BigInteger)clip.Frames);
            Assert.InRange(clip.Frames, clip.LeastFrames, clip.MostFrames);
            Assert.True(clip.MostFrames - clip.LeastFrames <= 1);
        }
    }

    private static VideoClip Clip(double seconds, VideoSettings settings) =>
        VideoClip.Create(new() { Duration = TimeSpan.FromSeconds(seconds), FrameRate = 30, HasAudio = true }, settings);
}

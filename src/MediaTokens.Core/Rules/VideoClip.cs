using MediaTokens.Headers;

namespace MediaTokens.Rules;

/// <summary>The part of a video that a request sends, and what the service takes of it.</summary>
/// <remarks>
/// Source: Google, Video understanding: one frame a second, or as many as the request asks for, and clip offsets. Where the
/// frames lie is not published: a frame at the start of the clip and then one each 1/rate seconds, as long as there are
/// pictures, is what the count follows; the bounds hold one frame less and one more.
/// </remarks>
public sealed record VideoClip
{
    private VideoClip()
    {
    }

    /// <summary>How long the whole video plays.</summary>
    public TimeSpan Duration { get; private init; }

    /// <summary>Where the clip begins.</summary>
    public TimeSpan Start { get; private init; }

    /// <summary>Where the clip ends.</summary>
    public TimeSpan End { get; private init; }

    /// <summary>Frames that are sampled in a second.</summary>
    public decimal FramesPerSecond { get; private init; }

    /// <summary>The frames that are sampled, 1 or more.</summary>
    public long Frames { get; private init; }

    /// <summary>The least frames that may be sampled, 1 or more.</summary>
    public long LeastFrames { get; private init; }

    /// <summary>The most frames that may be sampled.</summary>
    public long MostFrames { get; private init; }

    /// <summary>Whether the sound of the clip is sent too.</summary>
    public bool HasAudio { get; private init; }

    /// <summary>How long the clip is.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Cuts a clip.</summary>
    /// <param name="video">What the video's container tells.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.UnknownDuration"/>, where neither the container nor the request tells it;
    /// <see cref="MediaErrorId.ClipOutOfRange"/>.
    /// </exception>
    public static VideoClip Create(VideoHeader video, VideoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(settings);
        TimeSpan duration = settings.Duration ?? video.Duration ?? throw new MediaException(
            MediaErrorId.UnknownDuration,
            $"The video does not tell how long it plays. {video.DurationProblem}".TrimEnd(),
            "Give the time that it plays with -Duration.");
        TimeSpan start = settings.StartTime ?? TimeSpan.Zero;
        TimeSpan end = settings.EndTime is TimeSpan wanted && wanted < duration ? wanted : duration;
        if (start >= end)
        {
            throw new MediaException(
                MediaErrorId.ClipOutOfRange,
                start >= duration
                    ? $"The clip would begin at {Seconds(start)}, and the video plays {Seconds(duration)}."
                    : $"The clip would begin at {Seconds(start)} and end at {Seconds(end)}.",
                "Choose a start before the end, and within the video.");
        }

        TimeSpan pictures = settings.Duration is null && video.PictureDuration is TimeSpan shown && shown < end ? shown : end;
        decimal samples = Math.Max(0, (pictures - start).Ticks) * settings.FramesPerSecond / TimeSpan.TicksPerSecond;
        decimal stored = video.FrameRate is double rate && rate < (double)settings.FramesPerSecond
            ? (end - start).Ticks * (decimal)rate / TimeSpan.TicksPerSecond
            : samples;
        return new()
        {
            Duration = duration,
            Start = start,
            End = end,
            FramesPerSecond = settings.FramesPerSecond,
            Frames = Math.Max(1, (long)decimal.Ceiling(samples)),
            LeastFrames = Math.Max(1, (long)decimal.Floor(Math.Min(samples, stored))),
            MostFrames = (long)decimal.Floor(samples) + 1,
            HasAudio = video.HasAudio && !settings.ExcludeAudio,
        };
    }

    /// <summary>A time in seconds, as <c>90.5 s</c>.</summary>
    internal static string Seconds(TimeSpan time) =>
        ((decimal)time.Ticks / TimeSpan.TicksPerSecond).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture) + " s";
}

namespace MediaTokens.Rules;

/// <summary>How a request sends a video; Gemini's <c>video_metadata</c>.</summary>
public sealed record VideoSettings
{
    /// <summary>The most frames that the service samples in a second.</summary>
    /// <remarks>Source: googleapis/python-genai, types.py, VideoMetadata.fps.</remarks>
    public const decimal MaximumFramesPerSecond = 24;

    /// <summary>Frames that the service samples in a second, above 0 and at most 24.</summary>
    public decimal FramesPerSecond { get; init; } = 1;

    /// <summary>Where the clip begins, from the start of the video; null for the start.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>Where the clip ends, from the start of the video; null for the end, and behind the end it is the end.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>How long the video plays, in place of what its file tells; null where the file is to be believed.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether the sound is left out.</summary>
    public bool ExcludeAudio { get; init; }
}

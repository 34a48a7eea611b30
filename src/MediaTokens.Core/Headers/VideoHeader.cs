namespace MediaTokens.Headers;

/// <summary>What a video's container tells about its time, its pictures and its sound.</summary>
public sealed record VideoHeader
{
    /// <summary>How long the whole file plays, as players show it: its longest track; null where the container does not tell.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How long the pictures alone play; null where the container does not tell it apart from the whole.</summary>
    public TimeSpan? PictureDuration { get; init; }

    /// <summary>Frames per second of the file, on average; null where the container does not tell.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Whether the file has a sound track.</summary>
    public bool HasAudio { get; init; }

    /// <summary>Why there is no <see cref="Duration"/>, in one sentence; null where there is one.</summary>
    public string? DurationProblem { get; init; }
}

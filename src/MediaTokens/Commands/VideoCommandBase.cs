using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>A cmdlet that takes videos too, from files and from the web, and lets the user say which part of them is sent.</summary>
public abstract class VideoCommandBase : PathCommandBase
{
    /// <summary>The parameter set of links.</summary>
    protected const string UriSet = "Uri";

    /// <summary>Frames that the service samples of a video in a second: above 0, at most 24.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    [FramesPerSecond]
    public decimal FramesPerSecond { get; set; } = 1;

    /// <summary>Where the clip begins that is sent of a video, from its start.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    [Seconds]
    public TimeSpan? StartTime { get; set; }

    /// <summary>Where the clip ends that is sent of a video, from its start.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    [Seconds]
    public TimeSpan? EndTime { get; set; }

    /// <summary>How videos are sent.</summary>
    protected virtual VideoSettings Video => new() { FramesPerSecond = FramesPerSecond, StartTime = StartTime, EndTime = EndTime };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (StartTime >= EndTime)
        {
            MediaException exception = new(MediaErrorId.ClipOutOfRange, "The clip would end before it begins.", "Give an -EndTime behind -StartTime.");
            ThrowTerminatingError(ErrorRecords.Create(exception, EndTime));
        }
    }
}

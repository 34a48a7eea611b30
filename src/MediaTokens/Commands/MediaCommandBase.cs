using System.Management.Automation;
using MediaTokens.Documents;
using MediaTokens.Errors;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>A cmdlet that takes videos and PDF documents too, and lets the user say what is sent of them.</summary>
public abstract class MediaCommandBase : PathCommandBase
{
    /// <summary>Frames that the service samples of a video in a second: above 0, at most 24.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [FramesPerSecond]
    public decimal FramesPerSecond { get; set; } = 1;

    /// <summary>Where the clip begins that is sent of a video, from its start.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Seconds]
    public TimeSpan? StartTime { get; set; }

    /// <summary>Where the clip ends that is sent of a video, from its start.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Seconds]
    public TimeSpan? EndTime { get; set; }

    /// <summary>How long videos play, in place of what their files tell.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Seconds]
    public TimeSpan? Duration { get; set; }

    /// <summary>Leaves the sound of videos out.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter ExcludeAudio { get; set; }

    /// <summary>What the pages of PDF documents are taken for.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public PdfContent PdfContent { get; set; }

    /// <summary>The pages of PDF documents that are sent.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Pages]
    public PageRanges? Pages { get; set; }

    /// <summary>Counts the text of PDF pages too, estimated, where the vendor bills it.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter IncludeText { get; set; }

    /// <summary>How videos are sent.</summary>
    protected VideoSettings Video { get; private set; } = new();

    /// <summary>How PDF documents are sent.</summary>
    protected PdfSettings Pdf { get; private set; } = new();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (StartTime >= EndTime)
        {
            MediaException exception = new(MediaErrorId.ClipOutOfRange, "The clip would end before it begins.", "Give an -EndTime behind -StartTime.");
            ThrowTerminatingError(ErrorRecords.Create(exception, EndTime));
        }

        Video = new() { FramesPerSecond = FramesPerSecond, StartTime = StartTime, EndTime = EndTime, Duration = Duration, ExcludeAudio = ExcludeAudio };
        Pdf = new() { Content = PdfContent, Pages = Pages, IncludeText = IncludeText };
    }
}

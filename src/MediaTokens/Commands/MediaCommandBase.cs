using System.Management.Automation;
using MediaTokens.Documents;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>A cmdlet that takes videos and PDF documents too, and lets the user say what is to be counted of them.</summary>
public abstract class MediaCommandBase : VideoCommandBase
{
    /// <summary>How long videos play, in place of what their files tell.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    [Seconds]
    public TimeSpan? Duration { get; set; }

    /// <summary>Leaves the sound of videos out.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter ExcludeAudio { get; set; }

    /// <summary>What the pages of PDF documents are taken for.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    public PdfContent PdfContent { get; set; }

    /// <summary>The pages of PDF documents that are sent.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    [Pages]
    public PageRanges? Pages { get; set; }

    /// <summary>Counts the text of PDF pages too, estimated, where the vendor bills it.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter IncludeText { get; set; }

    /// <inheritdoc/>
    protected override VideoSettings Video => base.Video with { Duration = Duration, ExcludeAudio = ExcludeAudio };

    /// <summary>How PDF documents are sent.</summary>
    protected PdfSettings Pdf { get; private set; } = new();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // Once, and not for each file: no object of the pipeline brings these along.
        Pdf = new() { Content = PdfContent, Pages = Pages, IncludeText = IncludeText };
    }
}

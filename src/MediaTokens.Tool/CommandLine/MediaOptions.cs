using System.CommandLine;
using MediaTokens.Documents;
using MediaTokens.Rules;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The options that say what is sent of videos and PDF documents.</summary>
internal sealed class MediaOptions
{
    private readonly VideoOptions _video = new();
    private readonly Option<string?> _duration = VideoOptions.Time("--duration", "How long videos play, in place of what their files tell.");
    private readonly Option<bool> _excludeAudio = new("--exclude-audio") { Description = "Leave the sound of videos out." };
    private readonly Option<string?> _content = Choice.Create("--pdf-content", "What the pages of PDF documents are taken for. [default: auto]", typeof(PdfContent));

    private readonly Option<string?> _pages = new("--pages")
    {
        Description = "The pages of PDF documents that are sent, such as 1-20,35.",
        HelpName = "PAGES",
    };

    private readonly Option<bool> _includeText = new("--include-text") { Description = "Count the text of PDF pages too, estimated, where the vendor bills it." };

    public void AddTo(Command command)
    {
        _video.AddTo(command);
        foreach (Option option in (Option[])[_duration, _excludeAudio, _content, _pages, _includeText])
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">A value makes no sense.</exception>
    public VideoSettings GetVideo(ParseResult result) =>
        _video.Get(result) with { Duration = VideoOptions.ParseTime(result, _duration), ExcludeAudio = result.GetValue(_excludeAudio) };

    /// <exception cref="UsageException">A value makes no sense.</exception>
    public PdfSettings GetPdf(ParseResult result) => new()
    {
        Content = Choice.Get<PdfContent>(result, _content) ?? PdfContent.Auto,
        Pages = result.GetValue(_pages) is not string pages ? null
            : PageRanges.TryParse(pages) ?? throw new UsageException($"--pages does not take '{pages}': give numbers from 1 and ranges, for example 1-20,35 or 90-."),
        IncludeText = result.GetValue(_includeText),
    };
}

using System.CommandLine;
using System.Globalization;
using MediaTokens.Documents;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The options that say what is sent of videos and PDF documents.</summary>
internal sealed class MediaOptions
{
    private readonly Option<string?> _rate = new("--frames-per-second")
    {
        Description = "Frames that the service samples of a video in a second: above 0, at most 24. [default: 1]",
        HelpName = "NUMBER",
    };

    private readonly Option<string?> _start = Time("--start-time", "Where the clip begins that is sent of a video.");
    private readonly Option<string?> _end = Time("--end-time", "Where the clip ends that is sent of a video.");
    private readonly Option<string?> _duration = Time("--duration", "How long videos play, in place of what their files tell.");
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
        foreach (Option option in (Option[])[_rate, _start, _end, _duration, _excludeAudio, _content, _pages, _includeText])
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">A value makes no sense.</exception>
    public VideoSettings GetVideo(ParseResult result)
    {
        VideoSettings settings = new()
        {
            FramesPerSecond = result.GetValue(_rate) is string rate ? ParseRate(rate) : 1,
            StartTime = ParseTime(result, _start),
            EndTime = ParseTime(result, _end),
            Duration = ParseTime(result, _duration),
            ExcludeAudio = result.GetValue(_excludeAudio),
        };
        return settings.StartTime >= settings.EndTime ? throw new UsageException("--end-time must be behind --start-time.") : settings;
    }

    /// <exception cref="UsageException">A value makes no sense.</exception>
    public PdfSettings GetPdf(ParseResult result) => new()
    {
        Content = Choice.Get<PdfContent>(result, _content) ?? PdfContent.Auto,
        Pages = result.GetValue(_pages) is not string pages ? null
            : PageRanges.TryParse(pages) ?? throw new UsageException($"--pages does not take '{pages}': give numbers from 1 and ranges, for example 1-20,35 or 90-."),
        IncludeText = result.GetValue(_includeText),
    };

    private static Option<string?> Time(string name, string description) =>
        new(name) { Description = $"{description} Seconds, or hours:minutes:seconds.", HelpName = "TIME" };

    private static decimal ParseRate(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate) && rate > 0 && rate <= VideoSettings.MaximumFramesPerSecond
            ? rate
            : throw new UsageException($"--frames-per-second does not take '{text}': the service samples more than 0 and at most {VideoSettings.MaximumFramesPerSecond}.");

    private static TimeSpan? ParseTime(ParseResult result, Option<string?> option) => result.GetValue(option) is not string text ? null
        : MediaTime.TryParse(text) ?? throw new UsageException($"{option.Name} does not take '{text}': give seconds, for example 90 or 12.5, or hours, minutes and seconds, for example 0:01:30.");
}

using System.CommandLine;
using System.Globalization;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The options that a request says of videos: how often they are sampled, and the clip.</summary>
internal sealed class VideoOptions
{
    private readonly Option<string?> _rate = new("--frames-per-second")
    {
        Description = "Frames that the service samples of a video in a second: above 0, at most 24. [default: 1]",
        HelpName = "NUMBER",
    };

    private readonly Option<string?> _start = Time("--start-time", "Where the clip begins that is sent of a video.");
    private readonly Option<string?> _end = Time("--end-time", "Where the clip ends that is sent of a video.");

    public void AddTo(Command command)
    {
        command.Add(_rate);
        command.Add(_start);
        command.Add(_end);
    }

    /// <exception cref="UsageException">A value makes no sense.</exception>
    public VideoSettings Get(ParseResult result)
    {
        VideoSettings settings = new()
        {
            FramesPerSecond = result.GetValue(_rate) is string rate ? ParseRate(rate) : 1,
            StartTime = ParseTime(result, _start),
            EndTime = ParseTime(result, _end),
        };
        return settings.StartTime >= settings.EndTime ? throw new UsageException("--end-time must be behind --start-time.") : settings;
    }

    /// <summary>An option that takes a time.</summary>
    public static Option<string?> Time(string name, string description) =>
        new(name) { Description = $"{description} Seconds, or hours:minutes:seconds.", HelpName = "TIME" };

    /// <summary>The time that was given; null when none was.</summary>
    /// <exception cref="UsageException">The text is no time.</exception>
    public static TimeSpan? ParseTime(ParseResult result, Option<string?> option) => result.GetValue(option) is not string text ? null
        : MediaTime.TryParse(text) ?? throw new UsageException($"{option.Name} does not take '{text}': give seconds, for example 90 or 12.5, or hours, minutes and seconds, for example 0:01:30.");

    private static decimal ParseRate(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate) && rate > 0 && rate <= VideoSettings.MaximumFramesPerSecond
            ? rate
            : throw new UsageException($"--frames-per-second does not take '{text}': the service samples more than 0 and at most {VideoSettings.MaximumFramesPerSecond}.");
}

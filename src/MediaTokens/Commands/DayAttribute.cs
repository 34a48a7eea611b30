using System.Globalization;
using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>
/// Reads a day. PowerShell would read a text by the calendar of the user's culture, in which 2027-01-01 may lie centuries
/// away, and take a time in another zone for a day here.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DayAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy-MM"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null or DateTime => value,
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            DateTimeOffset time => time.DateTime,
            string text => Parse(text.Trim()) ?? throw new ArgumentTransformationMetadataException($"'{text}' is no day: give it as 2026-03-01."),
            _ => throw new ArgumentTransformationMetadataException($"'{value}' is no day: give it as 2026-03-01."),
        };
    }

    // The day as it is written, whatever the zone behind it.
    private static DateTime? Parse(string text)
    {
        int time = text.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        bool isWhole = time < 0 || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        return isWhole && DateTime.TryParseExact(time < 0 ? text : text[..time], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : null;
    }
}

using System.Globalization;
using System.Management.Automation;
using MediaTokens.Planning;

namespace MediaTokens.Commands;

/// <summary>
/// Reads a time within a video: a number of seconds, with or without an s behind it, a TimeSpan, or hours, minutes and
/// seconds. PowerShell would take a bare number for units of 100 nanoseconds, and 1:30 for an hour and a half.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        TimeSpan? time = value switch
        {
            TimeSpan given when given >= TimeSpan.Zero => given,
            string text => MediaTime.TryParse(text),
            int or long or double or float or decimal or short or byte => FromNumber((IConvertible)value),
            _ => null,
        };
        return value is null ? null
            : time ?? throw new ArgumentTransformationMetadataException(
                $"'{value}' is no time within a video: give seconds, such as 90 or 12.5, or hours, minutes and seconds, such as 0:01:30.");
    }

    private static TimeSpan? FromNumber(IConvertible number) =>
        Math.Abs(number.ToDouble(CultureInfo.InvariantCulture)) < 1e12 ? MediaTime.FromSeconds(number.ToDecimal(CultureInfo.InvariantCulture)) : null;
}

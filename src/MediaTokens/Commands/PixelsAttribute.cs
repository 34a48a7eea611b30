using System.Globalization;
using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>
/// Reads a number of pixels out of a text, as Import-Csv gives it. PowerShell converts property values only after it has
/// tried to take the whole object as a path, which always works; a transformation comes before that.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PixelsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;

        // The cost of a PDF document has no size, and comes back in as a file.
        return value is null ? 0L
            : value is string text && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long pixels) ? pixels
            : value is IConvertible and not string ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : inputData;
    }
}

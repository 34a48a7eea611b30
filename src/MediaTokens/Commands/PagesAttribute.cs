using System.Collections;
using System.Globalization;
using System.Management.Automation;
using MediaTokens.Documents;

namespace MediaTokens.Commands;

/// <summary>Reads page ranges, which PowerShell gives as a list where the user writes commas.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PagesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or PageRanges)
        {
            return value;
        }

        string text = value is IEnumerable list and not string
            ? string.Join(',', list.Cast<object?>().Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)))
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return PageRanges.TryParse(text)
            ?? throw new ArgumentTransformationMetadataException($"'{text}' are no pages: give numbers from 1 and ranges, such as 1-20,35 or 90-.");
    }
}

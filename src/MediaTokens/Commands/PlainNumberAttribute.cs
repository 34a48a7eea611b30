using System.Globalization;
using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>Reads a number in a text, with a point or without. PowerShell would pass over the comma in '0,86', and take it for 86.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlainNumberAttribute : ArgumentTransformationAttribute
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is not string text ? value
            : decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal number) ? number
            : throw new ArgumentTransformationMetadataException($"'{text}' is no number such as 0.86.");
    }
}

using System.Management.Automation;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>
/// Reads the media resolution of a part. PowerShell passes over a property that it cannot convert, and the part would be
/// counted at another resolution than it names; a transformation that fails is an error for that object.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartResolutionAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        string? text = (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)?.ToString();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Enum.GetNames<PartMediaResolution>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<PartMediaResolution>(text, ignoreCase: true)
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is no media resolution of a part: it is one of {string.Join(", ", Enum.GetNames<PartMediaResolution>())}.");
    }
}

using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>
/// Reads a value of an enum. PowerShell passes over a property that it cannot convert, and the image would be treated
/// at another setting than the object names; a transformation that fails is an error for that object.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
public abstract class NamedValueAttribute<T> : ArgumentTransformationAttribute
    where T : struct, Enum
{
    /// <summary>What the value is called in a message.</summary>
    protected abstract string What { get; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        string? text = (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)?.ToString();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw new ArgumentTransformationMetadataException($"'{text}' is no {What}: it is one of {string.Join(", ", Enum.GetNames<T>())}.");
    }
}

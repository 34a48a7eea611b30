using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Reads the media resolution of a part from the command line or from a property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartResolutionAttribute : NamedValueAttribute<PartMediaResolution>
{
    /// <inheritdoc/>
    protected override string What => "media resolution of a part";
}

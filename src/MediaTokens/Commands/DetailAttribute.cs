using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Reads a detail from the command line or from a property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DetailAttribute : NamedValueAttribute<ImageDetail>
{
    /// <inheritdoc/>
    protected override string What => "detail";
}

using System.Management.Automation;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Refuses a rate at which the service does not sample.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FramesPerSecondAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not decimal rate || rate <= 0 || rate > VideoSettings.MaximumFramesPerSecond)
        {
            throw new ValidationMetadataException(FormattableString.Invariant(
                $"{arguments} frames a second cannot be: the service samples more than 0 and at most {VideoSettings.MaximumFramesPerSecond}."));
        }
    }
}

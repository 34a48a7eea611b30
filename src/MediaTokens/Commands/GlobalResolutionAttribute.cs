using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>Tells a user who asks for UltraHigh on the whole request that it exists for single parts only.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GlobalResolutionAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        string.Equals(inputData?.ToString(), nameof(Rules.PartMediaResolution.UltraHigh), StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentTransformationMetadataException("UltraHigh exists for single parts only: use -PartMediaResolution UltraHigh.")
            : inputData!;
}

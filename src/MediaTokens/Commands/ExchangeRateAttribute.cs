using System.Management.Automation;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Takes a rate that is above 0.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExchangeRateAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not decimal rate || rate is <= 0 or > PriceSettings.MaximumExchangeRate)
        {
            throw new ValidationMetadataException("A rate is above 0 and at most 1,000,000: the units of the currency for one US dollar.");
        }
    }
}

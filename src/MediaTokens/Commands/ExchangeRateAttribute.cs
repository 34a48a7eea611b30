using System.Globalization;
using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>Reads a rate that is above 0. PowerShell would pass over the comma in '0,86', and take it for 86.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExchangeRateAttribute : ArgumentTransformationAttribute
{
    private const decimal MostRate = 1_000_000;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        decimal? rate = value switch
        {
            decimal number => number,
            int or long or short or byte => ((IConvertible)value).ToDecimal(CultureInfo.InvariantCulture),
            double or float => FromDouble(((IConvertible)value).ToDouble(CultureInfo.InvariantCulture)),
            string text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) => number,
            _ => null,
        };
        return rate is > 0 and <= MostRate
            ? rate.Value
            : throw new ArgumentTransformationMetadataException(
                "A rate is above 0 and at most 1,000,000, such as 0.86: the units of the currency for one US dollar.");
    }

    private static decimal? FromDouble(double number) => number is > 0 and <= (double)MostRate ? (decimal)number : null;
}

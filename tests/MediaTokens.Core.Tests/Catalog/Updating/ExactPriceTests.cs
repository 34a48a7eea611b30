using System.Globalization;
using System.Numerics;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

public sealed class ExactPriceTests
{
    [Theory]
    [InlineData("2.5e-06", "2.5")]
    [InlineData("2.5e-6", "2.5")]
    [InlineData("2.5E-6", "2.5")]
    [InlineData("0.0000025", "2.5")]
    [InlineData("1e-05", "10")]
    [InlineData("3.75e-08", "0.0375")]
    [InlineData("1.25e+0", "1250000")]
    [InlineData("0", "0")]
    [InlineData("0.0", "0")]
    [InlineData("0e-400", "0")]
    [InlineData("-1e-6", "-1")]
    [InlineData("1e-34", "0.0000000000000000000000000001")]
    [InlineData("1.2500000000000001e-06", "1.2500000000000001")]
    public void The_price_of_a_token_becomes_that_of_a_million_exactly(string json, string million)
    {
        Assert.True(ExactPrice.TryRead(json, 6, out decimal price));
        Assert.Equal(million, price.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1e-35")]
    [InlineData("1e-300")]
    [InlineData("1e40")]
    [InlineData("1e2000000000")]
    [InlineData("1e-99999999999")]
    [InlineData("abc")]
    public void What_no_decimal_holds_is_refused(string json) => Assert.False(ExactPrice.TryRead(json, 6, out _));

    [Fact]
    public void Random_prices_are_those_of_integer_arithmetic()
    {
        Random random = new(6);
        for (int i = 0; i < 2_000; i++)
        {
            long digits = random.NextInt64(1, 1_000_000_000_000);
            int places = random.Next(0, 16);
            string json = string.Create(CultureInfo.InvariantCulture, $"{digits}e-{places}");
            Assert.True(ExactPrice.TryRead(json, 6, out decimal price));

            // price = digits x 10^6 / 10^places, as a fraction.
            Assert.Equal(new BigInteger(digits) * BigInteger.Pow(10, 6 + 20 - places), Scaled(price, 20));
        }
    }

    /// <summary>A decimal times 10^places, which must be whole.</summary>
    private static BigInteger Scaled(decimal value, int places)
    {
        int[] bits = decimal.GetBits(value);
        int scale = (bits[3] >> 16) & 0xFF;
        BigInteger whole = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        return whole * BigInteger.Pow(10, places - scale);
    }
}

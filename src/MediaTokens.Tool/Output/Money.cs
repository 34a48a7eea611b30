using System.Globalization;

namespace MediaTokens.Tool.Output;

/// <summary>Amounts of money for people: with the digits that a budget is planned with, and never with an exponent.</summary>
internal static class Money
{
    /// <summary>The characters of an aligned amount below 10.</summary>
    public const int AlignedWidth = 2 + AlignedDecimals;

    private const int AlignedDecimals = 7;
    private const int PriceDecimals = 4;
    private const int LeastDecimals = 4;
    private const int MostDecimals = 20;

    /// <summary>Two decimals from 1 on; below it four, or as many as show two digits that are not zero.</summary>
    public static string Of(decimal amount) =>
        amount.ToString(string.Create(CultureInfo.InvariantCulture, $"F{Decimals(amount)}"), CultureInfo.InvariantCulture);

    /// <summary>An amount, or a hyphen for none, followed by spaces such that the points of several stand below each other.</summary>
    public static string Aligned(decimal? amount) => Align(amount is decimal known ? Of(known) : "-", AlignedDecimals);

    /// <summary>A price in all its digits, or a hyphen for none, followed by spaces such that the points of several stand below each other.</summary>
    public static string AlignedPrice(decimal? price) => Align(price?.ToString("0.00##########", CultureInfo.InvariantCulture) ?? "-", PriceDecimals);

    private static string Align(string text, int decimals)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        int behind = point < 0 ? 0 : text.Length - point;
        return text.PadRight(text.Length - behind + Math.Max(behind, 1 + decimals));
    }

    private static int Decimals(decimal amount)
    {
        if (amount is 0 or >= 1)
        {
            return 2;
        }

        int decimals = LeastDecimals;
        for (decimal scaled = amount * 10_000; scaled < 10 && decimals < MostDecimals; scaled *= 10)
        {
            decimals++;
        }

        return decimals;
    }
}

using System.Globalization;

namespace MediaTokens.Tool.Output;

/// <summary>What all rows of one model come to.</summary>
internal sealed class CostSum
{
    private long _tokens;
    private decimal _cost;
    private long _unpriced;

    // Null as soon as one of them has no billed figure that is confirmed.
    private long? _billed = 0;

    public long Rows { get; private set; }

    public string Currency { get; private set; } = "";

    public string TokenText => _tokens.ToString(CultureInfo.InvariantCulture);

    public string BilledText => _billed is long billed ? string.Create(CultureInfo.InvariantCulture, $" (billed {billed})") : "";

    /// <summary>The sum of the costs that are known, and how many are not.</summary>
    public string CostText
    {
        get
        {
            string unpriced = string.Create(CultureInfo.InvariantCulture, $"{_unpriced} without a price");
            string priced = $"{Money.Of(_cost)} {Currency}";
            return _unpriced == 0 ? priced : _unpriced == Rows ? unpriced : $"{priced} and {unpriced}";
        }
    }

    public void Add(MediaTokenCost cost)
    {
        Rows++;
        _tokens += cost.Tokens;
        _billed += cost.BilledIsConfirmed == true ? cost.BilledTokens : null;
        _cost += cost.Cost ?? 0;
        _unpriced += cost.Cost is null ? 1 : 0;
        Currency = cost.Currency;
    }
}

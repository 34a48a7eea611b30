using System.Globalization;
using MediaTokens.Catalog;

namespace MediaTokens.Planning;

/// <summary>Tells in lines what a model's values were at each time.</summary>
internal static class ModelHistory
{
    private const string Day = "yyyy-MM-dd";

    public static string[] OfRules(ModelRow row) => [.. row.History.Select((profile, index) =>
    {
        DateOnly? next = index + 1 < row.History.Count ? row.History[index + 1].From : null;
        return $"{Span(profile.From, next?.AddDays(-1))}: {profile.Family.Rule.Describe()} ({profile.Provenance.Source}, {profile.Provenance.Date})";
    })];

    public static string[] OfPrices(ModelRow row) => [.. row.Prices
        .OrderBy(price => price.From ?? DateOnly.MinValue)
        .Select(price => $"{Span(price.From, price.Until)}: {(price.Platform == ModelPlatform.Vendor ? "" : $"{price.Platform}, ")}{string.Join("; ", price.Tiers.Select(Line))} ({price.Provenance.Source}, {price.Provenance.Date})")];

    /// <summary>One price, in USD for a million tokens.</summary>
    public static string Line(PriceTier tier)
    {
        IEnumerable<string> prices = new (string Name, decimal? Price)[]
        {
            ("input", tier.Input), ("cached", tier.Cached), ("batch", tier.Batch),
            ("audio", tier.Audio), ("cached audio", tier.CachedAudio), ("batch audio", tier.BatchAudio),
        }.Where(each => each.Price is not null).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Name} {each.Price:0.######}"));
        string above = tier.Above == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"above {tier.Above} tokens: ");
        return above + string.Join(", ", prices);
    }

    private static string Span(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => "always",
        (null, DateOnly last) => string.Create(CultureInfo.InvariantCulture, $"until {last.ToString(Day, CultureInfo.InvariantCulture)}"),
        (DateOnly first, null) => string.Create(CultureInfo.InvariantCulture, $"from {first.ToString(Day, CultureInfo.InvariantCulture)}"),
        (DateOnly first, DateOnly last) => $"{first.ToString(Day, CultureInfo.InvariantCulture)} to {last.ToString(Day, CultureInfo.InvariantCulture)}",
    };
}

using System.Text.RegularExpressions;

namespace MediaTokens.Catalog.Updating;

/// <summary>
/// The entries of a price file that are models of the catalog. Of several entries for one model on one platform the id without
/// a date wins over an alias, an alias over an id with a date, the shorter (without a region) over the longer, and the newer over the older.
/// </summary>
internal sealed partial class PriceCandidates(ModelCatalog catalog, Action<MediaException> onBadRow)
{
    private readonly Dictionary<(string Model, ModelPlatform Platform), (PriceTarget Target, IReadOnlyList<ModelPrice> Prices)> _best = [];

    public int PassedOver { get; private set; }

    public IReadOnlyList<ModelPrice> Prices => [.. _best.Values.SelectMany(best => best.Prices)];

    /// <summary>Counts an entry that is not used.</summary>
    public void PassOver() => PassedOver++;

    /// <summary>The catalog's model of a name, or null, which is counted.</summary>
    public ModelRow? Find(string name)
    {
        try
        {
            return catalog.Resolve(name);
        }
        catch (MediaException exception) when (exception.Id is MediaErrorId.UnknownModel or MediaErrorId.NotYetPublished)
        {
            PassOver();
            return null;
        }
    }

    /// <summary>The model and platform that an entry is of, or null, which is counted.</summary>
    /// <param name="key">The model's name in the file.</param>
    /// <param name="provider">Who sells it; null where the file does not tell.</param>
    public PriceTarget? Target(string key, string? provider)
    {
        // What stands behind a colon (ft:, :free, :extended) has a price of its own; Bedrock's versions are numbers.
        if (Variant().IsMatch(key))
        {
            PassOver();
            return null;
        }

        if (Find(key) is not ModelRow row)
        {
            return null;
        }

        ModelName name = ModelName.Parse(key);
        ModelPlatform? platform = provider is null ? name.Platform : PriceProvider.PlatformOf(provider, row.Family.Vendor);
        if (platform is null)
        {
            PassOver();
            return null;
        }

        int kind = name.Id.Equals(row.Id, StringComparison.OrdinalIgnoreCase) ? 0
            : row.Aliases.Contains(name.Id, StringComparer.OrdinalIgnoreCase) ? 1
            : 2;
        return new(key, row, platform.Value, kind);
    }

    /// <summary>Takes an entry's prices if no better entry is of the same model and platform; a bad entry takes that place with none.</summary>
    /// <param name="target">What the entry is of.</param>
    /// <param name="read">Reads the prices; null where the entry tells none.</param>
    public void Offer(PriceTarget target, Func<IReadOnlyList<ModelPrice>?> read)
    {
        IReadOnlyList<ModelPrice>? prices = [];
        Try(() => prices = read());
        if (prices is null)
        {
            PassOver();
            return;
        }

        (string, ModelPlatform) place = (target.Row.Id, target.Platform);
        if (_best.TryGetValue(place, out var best))
        {
            PassOver();
            if (best.Target.CompareTo(target) <= 0)
            {
                return;
            }
        }

        _best[place] = (target, prices);
    }

    /// <summary>Reports what is wrong with a row, and goes on.</summary>
    public void Try(Action read)
    {
        try
        {
            read();
        }
        catch (MediaException exception)
        {
            onBadRow(exception);
        }
    }

    [GeneratedRegex("[^:]*:[^0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Variant();
}

namespace MediaTokens.Catalog;

/// <summary>One model of the catalog, as of a day.</summary>
public sealed record ModelRow
{
    /// <summary>The vendor's id without a version date.</summary>
    public required string Id { get; init; }

    /// <summary>Other names under which the vendor offers the same model.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The profile that holds on the day.</summary>
    public required ModelProfile Profile { get; init; }

    /// <summary>Every profile that is known, from the oldest to the newest.</summary>
    public required IReadOnlyList<ModelProfile> History { get; init; }

    /// <summary>Every price that is known, those of a later catalog behind those of an earlier one.</summary>
    public IReadOnlyList<ModelPrice> Prices { get; init; } = [];

    /// <summary>The day.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>When the vendor shuts the model down; null where nothing is announced.</summary>
    public ModelShutdown? Shutdown { get; init; }

    /// <summary>Whether the model answers no more on the day.</summary>
    public bool IsShutDown => Shutdown?.Day <= AsOf;

    /// <summary>The catalog file that the row comes from; null for the one that ships.</summary>
    public string? CatalogPath { get; init; }

    /// <summary>The family whose rule and limits hold on the day.</summary>
    public ModelFamily Family => Profile.Family;

    /// <summary>Where it is published that the model belongs to the family.</summary>
    public Provenance Provenance => Profile.Provenance;

    /// <summary>The price that holds on the day: the platform's own, otherwise the vendor's; null where none is known.</summary>
    /// <param name="platform">Where the model is called.</param>
    public ModelPrice? PriceOn(ModelPlatform platform) => Newest(platform) ?? Newest(ModelPlatform.Vendor);

    private ModelPrice? Newest(ModelPlatform platform)
    {
        ModelPrice? newest = null;
        foreach (ModelPrice price in Prices)
        {
            bool isNewer = newest?.From is not DateOnly from || price.From >= from;
            newest = price.Platform == platform && price.HoldsOn(AsOf) && isNewer ? price : newest;
        }

        return newest;
    }
}

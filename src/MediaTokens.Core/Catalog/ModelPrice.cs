namespace MediaTokens.Catalog;

/// <summary>What one model's input costs between two days.</summary>
public sealed record ModelPrice
{
    /// <summary>The id of the catalog row.</summary>
    public required string Model { get; init; }

    /// <summary>Where the price holds; <see cref="ModelPlatform.Vendor"/> where another platform has no price of its own, too.</summary>
    public ModelPlatform Platform { get; init; }

    /// <summary>The first day; null where it always held.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null where no end is announced.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The prices by the size of the prompt, from the smallest; the first holds from 0 tokens.</summary>
    public required IReadOnlyList<PriceTier> Tiers { get; init; }

    /// <summary>The catalog file that the row comes from; null for the one that ships.</summary>
    public string? CatalogPath { get; init; }

    /// <summary>Where the price is published.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What a user should know besides; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the price is one of a day.</summary>
    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > Until);

    /// <summary>The prices for a prompt of a size.</summary>
    /// <param name="promptTokens">The tokens of the whole prompt.</param>
    public PriceTier TierFor(long promptTokens) => Tiers[IndexOfTier(promptTokens)];

    /// <summary>The place of <see cref="TierFor"/> among the tiers.</summary>
    internal int IndexOfTier(long promptTokens)
    {
        int index = Tiers.Count - 1;
        while (index > 0 && promptTokens <= Tiers[index].Above)
        {
            index--;
        }

        return index;
    }
}

/// <summary>What input costs in prompts above a size, in USD per million tokens; null where no such price is known.</summary>
/// <param name="Above">The tokens of the whole prompt above which it holds; 0 for any.</param>
/// <param name="Input">Input of an ordinary request.</param>
/// <param name="Cached">Input that is read from the vendor's cache.</param>
/// <param name="Batch">Input of a batch request.</param>
/// <param name="Audio">The sound of an ordinary request; null where it costs what other input does.</param>
/// <param name="CachedAudio">Sound that is read from the vendor's cache.</param>
/// <param name="BatchAudio">Sound in a batch request.</param>
public sealed record PriceTier(
    long Above,
    decimal? Input,
    decimal? Cached = null,
    decimal? Batch = null,
    decimal? Audio = null,
    decimal? CachedAudio = null,
    decimal? BatchAudio = null);

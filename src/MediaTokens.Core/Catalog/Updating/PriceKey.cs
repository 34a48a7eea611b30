namespace MediaTokens.Catalog.Updating;

/// <summary>What tells one price row from another: of two with the same, the later one counts.</summary>
/// <param name="Model">The model's id, in lower case.</param>
/// <param name="Platform">Where the price holds.</param>
/// <param name="From">The first day; null where it always held.</param>
internal readonly record struct PriceKey(string Model, ModelPlatform Platform, DateOnly? From)
{
    public static PriceKey Of(ModelPrice price) => new(price.Model.ToLowerInvariant(), price.Platform, price.From);
}

namespace MediaTokens.Catalog.Updating;

/// <summary>What was found in a file of prices.</summary>
/// <param name="Shape">Whose shape it has.</param>
/// <param name="Prices">The prices of models of the catalog, in the order of the file.</param>
/// <param name="PassedOver">
/// The entries that tell no price of a model of the catalog, or one of a reseller, of a variant or of another date than the one that was taken.
/// </param>
public sealed record PriceFileContent(PriceFileShape Shape, IReadOnlyList<ModelPrice> Prices, int PassedOver);

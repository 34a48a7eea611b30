namespace MediaTokens.Tool.CommandLine;

/// <summary>The catalog that a run counts by.</summary>
/// <param name="Path">A catalog file; null for the one that the environment names, if any.</param>
/// <param name="AsOf">The day whose values hold; null for today.</param>
/// <param name="PricePath">A file of prices; null for those of the catalog.</param>
internal sealed record CatalogRequest(string? Path, DateOnly? AsOf = null, string? PricePath = null);

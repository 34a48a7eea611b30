namespace MediaTokens.Catalog;

/// <summary>The family whose rule and limits hold for a model from a day on.</summary>
/// <param name="Family">The family.</param>
/// <param name="From">The first day for which these values are known to have been published; null where they always held.</param>
/// <param name="Provenance">Where it is published that the model belongs to the family.</param>
public sealed record ModelProfile(ModelFamily Family, DateOnly? From, Provenance Provenance);

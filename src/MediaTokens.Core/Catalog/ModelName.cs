namespace MediaTokens.Catalog;

/// <summary>A model's name as a user or a platform writes it, taken apart.</summary>
/// <param name="Id">The vendor's id, with what is behind it of a version; without the prefixes and suffixes of a platform.</param>
/// <param name="Vendor">The vendor as the platform names it, in lower case; null where the name tells none.</param>
/// <param name="Platform">Where the model is called.</param>
public readonly record struct ModelName(string Id, string? Vendor, ModelPlatform Platform)
{
    /// <summary>Takes a name apart; one that has no form of a platform is the vendor's own.</summary>
    public static ModelName Parse(string name) => new(name, null, ModelPlatform.Vendor);
}

namespace MediaTokens.Catalog;

/// <summary>When a vendor shuts a model down; a platform that sells it too may have another day.</summary>
/// <param name="Day">The first day on which it answers no more.</param>
/// <param name="Source">Vendor, page and date of that.</param>
public sealed record ModelShutdown(DateOnly Day, string Source);

namespace MediaTokens.Catalog;

/// <summary>What the vendor accepts of one file; null where no limit is published.</summary>
public sealed record MediaLimits
{
    /// <summary>The largest image file, in bytes.</summary>
    public long? MaximumBytes { get; init; }

    /// <summary>Whether animated images are accepted; null where the vendor does not say.</summary>
    public bool? Animated { get; init; }

    /// <summary>The largest image file on a platform that has its own limit, in bytes.</summary>
    public IReadOnlyDictionary<ModelPlatform, long> PlatformBytes { get; init; } = new Dictionary<ModelPlatform, long>();

    /// <summary>The most images in one request.</summary>
    public int? MaximumImages { get; init; }

    /// <summary>The largest PDF file, in bytes.</summary>
    public long? MaximumPdfBytes { get; init; }

    /// <summary>The most pages of a PDF.</summary>
    public int? MaximumPdfPages { get; init; }

    /// <summary>The largest video file, in bytes.</summary>
    public long? MaximumVideoBytes { get; init; }

    /// <summary>The tokens that the model's context window holds.</summary>
    public long? ContextWindow { get; init; }
}

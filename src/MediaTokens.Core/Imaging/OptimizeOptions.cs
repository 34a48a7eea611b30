using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Imaging;

/// <summary>What a user asks of the results.</summary>
public sealed record OptimizeOptions
{
    /// <summary>The most pixels that are decoded where the user says nothing: 2 to the power of 28.</summary>
    public const long DefaultMaxPixels = 268_435_456;

    /// <summary>The quality where the user says nothing.</summary>
    public const int DefaultQuality = 85;

    /// <summary>The model that is to see the images.</summary>
    public required SelectedModel Model { get; init; }

    /// <summary>The settings of the request that is to carry them.</summary>
    public CostSettings Settings { get; init; } = new();

    /// <summary>What is asked of the size.</summary>
    public SizeOptions Size { get; init; } = new();

    /// <summary>The format of the results.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>The quality of JPEG and WebP, 1 to 100; it is lowered only for a byte limit.</summary>
    public int Quality { get; init; } = DefaultQuality;

    /// <summary>The most bytes of a result; null for the vendor's limit.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>The most pixels that a source may tell; it is refused before any is decoded.</summary>
    public long MaxPixels { get; init; } = DefaultMaxPixels;

    /// <summary>Whether EXIF, XMP and IPTC go over to the results.</summary>
    public bool KeepMetadata { get; init; }

    /// <summary>Whether damaged or incomplete pixels are taken as far as they go.</summary>
    public bool AllowPartial { get; init; }
}

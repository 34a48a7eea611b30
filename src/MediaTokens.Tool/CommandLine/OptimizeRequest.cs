using MediaTokens.Headers;
using MediaTokens.Imaging;
using MediaTokens.Planning;
using MediaTokens.Rules;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>What one run of <c>optimize</c> is asked for.</summary>
internal sealed record OptimizeRequest
{
    /// <summary>Paths, in the order given.</summary>
    public required IReadOnlyList<GivenInput> Inputs { get; init; }

    /// <summary>The folder or the file that results go to; null where they take the places of their sources.</summary>
    public required string? Destination { get; init; }

    /// <summary>The model that is to see the images.</summary>
    public required ModelChoice Model { get; init; }

    /// <summary>What the request that carries the images asks of the model.</summary>
    public required CostSettings Settings { get; init; }

    /// <summary>What is asked of the size.</summary>
    public required SizeOptions Size { get; init; }

    /// <summary>The format of the results.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>The quality of JPEG and WebP, 1 to 100.</summary>
    public required int Quality { get; init; }

    /// <summary>The most bytes of a result; null for the vendor's limit.</summary>
    public required long? MaxBytes { get; init; }

    /// <summary>The most pixels of a source.</summary>
    public required long MaxPixels { get; init; }

    /// <summary>Whether EXIF, XMP and IPTC go over to the results.</summary>
    public required bool KeepMetadata { get; init; }

    /// <summary>Whether damaged images are taken as far as they go.</summary>
    public required bool AllowPartial { get; init; }

    /// <summary>The engine to use.</summary>
    public required EngineChoice Engine { get; init; }

    /// <summary>Images that are decoded at the same time.</summary>
    public required int Workers { get; init; }

    /// <summary>Whether files that are there are overwritten, without a question.</summary>
    public required bool Force { get; init; }

    /// <summary>Whether to tell only what would be written.</summary>
    public required bool WhatIf { get; init; }

    /// <summary>Whether the folders below a folder are walked too.</summary>
    public required bool Recurse { get; init; }

    /// <summary>A catalog file; null for the one that the environment names, if any.</summary>
    public required string? CatalogPath { get; init; }

    /// <summary>How the results are told.</summary>
    public required OutputShape Shape { get; init; }

    /// <summary>Whether one folder is all there is, which then goes without saying.</summary>
    public bool IsSingleFolder => Inputs is [{ Path: { } path }] && Directory.Exists(path);

    /// <summary>What is asked of the results.</summary>
    /// <param name="model">The model that was chosen.</param>
    /// <param name="said">The format that the destination's name says, if any.</param>
    public OptimizeOptions ToOptions(SelectedModel model, MediaFormat? said) => new()
    {
        Model = model,
        Settings = Settings,
        Size = Size,
        Format = Format == OutputFormat.Auto && said is not null ? Enum.Parse<OutputFormat>(said.Value.ToString()) : Format,
        Quality = Quality,
        MaxBytes = MaxBytes,
        MaxPixels = MaxPixels,
        KeepMetadata = KeepMetadata,
        AllowPartial = AllowPartial,
    };
}

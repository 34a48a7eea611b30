using MediaTokens.Requests;
using MediaTokens.Rules;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.CommandLine;

/// <summary>What the requests of one run are to hold.</summary>
internal sealed record BodyRequest
{
    /// <summary>Paths and links, in the order given.</summary>
    public required IReadOnlyList<GivenInput> Inputs { get; init; }

    /// <summary>The model that is to see the items.</summary>
    public required ModelChoice Model { get; init; }

    /// <summary>OpenAI's detail of each item; null for the vendor's default.</summary>
    public required ImageDetail? Detail { get; init; }

    /// <summary>Gemini's media resolution of each item; null for that of the request.</summary>
    public required PartMediaResolution? PartMediaResolution { get; init; }

    /// <summary>What a request asks, besides its items.</summary>
    public required RequestOptions Options { get; init; }

    /// <summary>Whether each item has a request of its own.</summary>
    public required bool PerItem { get; init; }

    /// <summary>Whether the folders below a folder are walked too.</summary>
    public required bool Recurse { get; init; }

    /// <summary>A catalog file; null for the one that the environment names, if any.</summary>
    public required string? CatalogPath { get; init; }
}

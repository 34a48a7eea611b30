using MediaTokens.Headers.Web;
using MediaTokens.Rules;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>What one run of <c>cost</c> is asked for.</summary>
internal sealed record CostRequest
{
    /// <summary>Paths, addresses and sizes, in the order given.</summary>
    public required IReadOnlyList<GivenInput> Inputs { get; init; }

    /// <summary>Names and patterns of models, in the order given.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>What the request asks of the model.</summary>
    public required CostSettings Settings { get; init; }

    /// <summary>Whether the folders below a folder are walked too.</summary>
    public required bool Recurse { get; init; }

    /// <summary>How files on the web are read.</summary>
    public required WebOptions Web { get; init; }

    /// <summary>A catalog file; null for the one that the environment names, if any.</summary>
    public required string? CatalogPath { get; init; }

    /// <summary>How the costs are written.</summary>
    public required OutputShape Shape { get; init; }

    /// <summary>Whether one folder is all there is, which then goes without saying.</summary>
    public bool IsSingleFolder => Inputs is [{ Path: { } path }] && Directory.Exists(path);
}

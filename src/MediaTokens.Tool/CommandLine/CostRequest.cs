using MediaTokens.Rules;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>What one run of <c>cost</c> or <c>compare</c> is asked for.</summary>
internal sealed record CostRequest
{
    /// <summary>What is counted.</summary>
    public required InputRequest Inputs { get; init; }

    /// <summary>The models to count for.</summary>
    public required ModelRequest Models { get; init; }

    /// <summary>What the request asks of the model.</summary>
    public required CostSettings Settings { get; init; }

    /// <summary>The catalog to count by.</summary>
    public required CatalogRequest Catalog { get; init; }

    /// <summary>How the results are written.</summary>
    public required OutputShape Shape { get; init; }
}

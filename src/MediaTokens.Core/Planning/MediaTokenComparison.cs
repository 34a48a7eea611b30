namespace MediaTokens;

/// <summary>What a set of images, videos and PDF documents costs on one model at one setting, beside the other models and settings.</summary>
public sealed record MediaTokenComparison
{
    /// <summary>The place, from 1, the cheapest; those that do not count every item come behind those that do.</summary>
    public int Rank { get; internal init; }

    /// <summary>The model as asked for, or its id where a pattern brought it along.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>Who runs the model.</summary>
    public string Vendor { get; internal init; } = "";

    /// <summary>Where the model is called, told by its name: Vendor, Azure, Bedrock, Vertex or OpenRouter.</summary>
    public string Platform { get; internal init; } = "";

    /// <summary>The model that the deployment runs; null where <see cref="Model"/> is no deployment.</summary>
    public string? BaseModel { get; internal init; }

    /// <summary>The detail; null for a model that has none.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The media resolution; null for a model that has none.</summary>
    public string? MediaResolution { get; internal init; }

    /// <summary>The input fidelity; null for a model that has none.</summary>
    public string? InputFidelity { get; internal init; }

    /// <summary>Whichever of <see cref="Detail"/>, <see cref="MediaResolution"/> and <see cref="InputFidelity"/> the model has; empty where it has none.</summary>
    public string Setting => Detail ?? MediaResolution ?? InputFidelity ?? "";

    /// <summary>Whether the setting is what a request gets that says none.</summary>
    public bool IsDefault { get; internal init; }

    /// <summary>The items that are counted.</summary>
    public int Items { get; internal init; }

    /// <summary>The items that the model does not take, or that its vendor would refuse at this setting.</summary>
    public int Uncounted { get; internal init; }

    /// <summary>Why the first of these is not counted; null where every item is.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Tokens of all items on the basis asked for.</summary>
    public long Tokens { get; internal init; }

    /// <summary>The least that they may cost, in tokens.</summary>
    public long MinTokens { get; internal init; }

    /// <summary>The most that they may cost, in tokens.</summary>
    public long MaxTokens { get; internal init; }

    /// <summary>Tokens of the item that costs least; null where no item is counted.</summary>
    public long? LeastPerItem { get; internal init; }

    /// <summary>Tokens of an item on average, rounded; null where no item is counted.</summary>
    public long? MeanPerItem { get; internal init; }

    /// <summary>Tokens of the item that costs most; null where no item is counted.</summary>
    public long? MostPerItem { get; internal init; }

    /// <summary>Tokens as a multiple of the model's own setting that costs fewest, to two digits; null where that is none, or counts more items.</summary>
    public decimal? TimesLowest { get; internal init; }

    /// <summary>Whether a vendor only approximates a count, or leaves open what decides.</summary>
    public bool IsEstimate { get; internal init; }

    /// <summary>How sure the least sure count is: Documented, Measured, Implementation or Estimate.</summary>
    public string Confidence { get; internal init; } = "";

    /// <summary>What <see cref="Tokens"/> cost, in <see cref="Currency"/>; null where a price is not known, and <see cref="CostNote"/> says why.</summary>
    public decimal? Cost { get; internal init; }

    /// <summary>What <see cref="MinTokens"/> cost; null where a price is not known.</summary>
    public decimal? MinCost { get; internal init; }

    /// <summary>What <see cref="MaxTokens"/> cost; null where a price is not known.</summary>
    public decimal? MaxCost { get; internal init; }

    /// <summary>The cost as a multiple of that of rank 1, to two digits; null where either is not known, or rank 1 counts more items.</summary>
    public decimal? TimesCheapest { get; internal init; }

    /// <summary>The currency of the costs, as its ISO 4217 code.</summary>
    public string Currency { get; internal init; } = "";

    /// <summary>Which of the model's prices holds: Standard, Cached or Batch.</summary>
    public string Price { get; internal init; } = "";

    /// <summary>The price of a million tokens of the last item, in <see cref="Currency"/>; null where no price is known.</summary>
    public decimal? PricePerMillion { get; internal init; }

    /// <summary>Why there is no cost, or what to know of it; null where there is nothing.</summary>
    public string? CostNote { get; internal init; }

    /// <summary>Whose figures these are: Documented or Billed.</summary>
    public string Basis { get; internal init; } = "";

    /// <summary>The token rule.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>Where the constants are published, when, and how sure they are.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Where the price is published, when, and how sure it is; null where no price is known.</summary>
    public string? PriceSource { get; internal init; }

    /// <summary>The day whose values hold, as yyyy-MM-dd.</summary>
    public string AsOf { get; internal init; } = "";
}

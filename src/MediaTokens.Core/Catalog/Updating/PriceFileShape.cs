namespace MediaTokens.Catalog.Updating;

/// <summary>Whose shape a file of prices has, told by its content.</summary>
public enum PriceFileShape
{
    /// <summary>A catalog of this project: an object with a schemaVersion.</summary>
    MediaTokens,

    /// <summary>LiteLLM's model_prices_and_context_window.json: an object of model ids, each with a litellm_provider and costs per token.</summary>
    LiteLLM,

    /// <summary>data.json or data_slim.json of genai-prices: a list of providers, each with its models.</summary>
    GenaiPrices,
}

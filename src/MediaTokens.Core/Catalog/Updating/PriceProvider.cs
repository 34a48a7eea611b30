namespace MediaTokens.Catalog.Updating;

/// <summary>Which platform a provider of another project's price file is.</summary>
internal static class PriceProvider
{
    /// <summary>The platform; null for a reseller, whose prices are not those of the catalog.</summary>
    /// <param name="provider">The provider's id in LiteLLM or genai-prices.</param>
    /// <param name="vendor">The vendor of the model.</param>
    public static ModelPlatform? PlatformOf(string provider, string vendor)
    {
        string seller = Bare(provider);
        string maker = Bare(vendor);

        // Amazon sells its own models on Bedrock alone, so that price is the vendor's.
        return seller.StartsWith("bedrock", StringComparison.Ordinal) || seller == "aws"
                ? maker.StartsWith("amazon", StringComparison.Ordinal) ? ModelPlatform.Vendor : ModelPlatform.Bedrock
            : seller.StartsWith("vertexai", StringComparison.Ordinal) || (seller == "google" && maker != seller) ? ModelPlatform.Vertex
            : seller.StartsWith("azure", StringComparison.Ordinal) ? ModelPlatform.Azure
            : seller == "openrouter" ? ModelPlatform.OpenRouter
            : IsMaker(seller, maker) ? ModelPlatform.Vendor
            : null;
    }

    private static bool IsMaker(string seller, string maker) =>
        seller switch
        {
            "gemini" => maker == "google",
            "dashscope" => maker is "qwen" || maker.StartsWith("alibaba", StringComparison.Ordinal),
            "" => false,
            _ => maker.Length > 0 && (seller.StartsWith(maker, StringComparison.Ordinal) || maker.StartsWith(seller, StringComparison.Ordinal)),
        };

    private static string Bare(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

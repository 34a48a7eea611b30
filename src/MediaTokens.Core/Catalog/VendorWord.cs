namespace MediaTokens.Catalog;

/// <summary>The words by which platforms name a vendor.</summary>
internal static class VendorWord
{
    /// <summary>Whether two words, or a word and a vendor's name as a row has it, stand for one vendor.</summary>
    public static bool AreSame(string left, string right) => Normalize(left) == Normalize(right);

    /// <summary>The one word that stands for a vendor; of a vendor that is not known here, its own name in lower case.</summary>
    public static string Normalize(string word) => word.ToLowerInvariant() switch
    {
        "gemini" => "google",
        "mistralai" or "mistral ai" => "mistral",
        "x-ai" => "xai",
        "alibaba" or "alibaba cloud" or "dashscope" => "qwen",
        "meta-llama" or "meta_llama" => "meta",
        "amazon-nova" => "amazon",
        string other => other,
    };

    /// <summary>Whether OpenRouter writes this word before the ids of a vendor whose models the catalog knows.</summary>
    public static bool IsOfOpenRouter(string word) =>
        word is "openai" or "google" or "anthropic" or "mistralai" or "x-ai" or "qwen" or "meta-llama" or "amazon";
}

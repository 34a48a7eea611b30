using System.Collections;

namespace MediaTokens.Requests;

/// <summary>The headers that carry the key.</summary>
public static class RequestHeaders
{
    /// <summary>The header for one vendor: Authorization for OpenAI, api-key for Azure, x-goog-api-key for Gemini.</summary>
    /// <param name="vendor">Who runs the model.</param>
    /// <param name="address">Where the request goes; Azure is told by its host.</param>
    /// <param name="apiKey">The key.</param>
    /// <exception cref="MediaException">ApiKeyMissing: there is none, or it has characters that no header holds.</exception>
    public static Hashtable For(string vendor, Uri address, string apiKey)
    {
        ArgumentNullException.ThrowIfNull(address);
        RefuseUnfit(apiKey);
        return vendor == "Google" ? new() { ["x-goog-api-key"] = apiKey }
            : address.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase) ? new() { ["api-key"] = apiKey }
            : new() { ["Authorization"] = $"Bearer {apiKey}" };
    }

    // Whoever sets a header to such a value is told so with the value, and the key would be in that message.
    private static void RefuseUnfit(string apiKey)
    {
        if (string.IsNullOrEmpty(apiKey) || apiKey.Any(character => character is <= ' ' or > '~'))
        {
            throw new MediaException(
                MediaErrorId.ApiKeyMissing,
                string.IsNullOrEmpty(apiKey) ? "No key is given." : "The key has a space, a line break or another character that no header holds.",
                "Give the vendor's key as it is, without quotation marks, spaces or line breaks around it.");
        }
    }
}

namespace MediaTokens.Requests.Sending;

/// <summary>What is sent in each attempt. It is no record, as the text of one would show the key.</summary>
/// <param name="address">Where it goes.</param>
/// <param name="vendor">Whose key it is.</param>
/// <param name="apiKey">The key.</param>
/// <param name="createContent">Makes the body anew for each attempt.</param>
internal sealed class OutgoingRequest(Uri address, string vendor, string apiKey, Func<HttpContent> createContent)
{
    public Uri Address => address;

    public string Vendor => vendor;

    public string ApiKey => apiKey;

    public Func<HttpContent> CreateContent => createContent;

    /// <summary>Hides the key.</summary>
    public KeyMask Mask { get; } = new(apiKey);
}

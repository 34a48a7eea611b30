namespace MediaTokens.Catalog;

/// <summary>Where a model is called, told by the form of its id.</summary>
public enum ModelPlatform
{
    /// <summary>At its vendor, or an id that tells no platform.</summary>
    Vendor,

    /// <summary>A deployment on Azure.</summary>
    Azure,

    /// <summary>Amazon Bedrock.</summary>
    Bedrock,

    /// <summary>Vertex AI on Google Cloud.</summary>
    Vertex,

    /// <summary>OpenRouter.</summary>
    OpenRouter,
}

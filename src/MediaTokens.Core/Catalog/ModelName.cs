using System.Text.RegularExpressions;

namespace MediaTokens.Catalog;

/// <summary>A model's name as a user or a platform writes it, taken apart.</summary>
/// <param name="Id">The vendor's id, with what is behind it of a version; without the prefixes and suffixes of a platform.</param>
/// <param name="Vendor">The vendor as the platform names it, in lower case; null where the name tells none.</param>
/// <param name="Platform">Where the model is called.</param>
public readonly partial record struct ModelName(string Id, string? Vendor, ModelPlatform Platform)
{
    // Every form of a platform has one of these. Most names have none, and are spared the expressions, whose compilation is
    // a good part of what a short command takes.
    private const string Marks = "/:@.";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>Takes a name apart; one that has no form of a platform is the vendor's own.</summary>
    /// <param name="name">
    /// An id of a vendor, Amazon Bedrock (or an ARN), Vertex AI, Azure, OpenRouter or LiteLLM, letters in either case. Every
    /// name has an answer: what cannot be taken apart is given back as the id.
    /// </param>
    public static ModelName Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.AsSpan().IndexOfAny(Marks) < 0)
        {
            return new(name, null, ModelPlatform.Vendor);
        }

        if (AzureAsset().Match(name) is { Success: true } asset)
        {
            return FromAsset(asset);
        }

        (ModelPlatform? platform, string? vendor, int length) = Route(name);
        string id = name[length..];
        if (BedrockResource().IsMatch(id))
        {
            return new(name, null, ModelPlatform.Bedrock);
        }

        int slash = id.IndexOf('/');
        if (slash >= 0 && (vendor is not null || id.IndexOf('/', slash + 1) >= 0))
        {
            return new(name, null, platform ?? ModelPlatform.Vendor);
        }

        if (slash >= 0)
        {
            (vendor, id) = (id[..slash].ToLowerInvariant(), id[(slash + 1)..]);
        }
        else if (vendor is null && platform is null or ModelPlatform.Bedrock && BedrockId().Match(id) is { Success: true } dotted)
        {
            (platform, vendor, id) = (ModelPlatform.Bedrock, dotted.Groups["vendor"].Value.ToLowerInvariant(), dotted.Groups["id"].Value);
        }

        return platform switch
        {
            ModelPlatform.Bedrock => new(WithoutPublication(id[..BedrockVersion().Match(id).Index]), vendor, ModelPlatform.Bedrock),
            ModelPlatform.Vertex => FromVertex(id, vendor),
            null when vendor is null && id.Contains('@', StringComparison.Ordinal) => FromVertex(id, vendor),
            null or ModelPlatform.OpenRouter => FromOpenRouter(id, vendor, platform),
            _ => new(id, vendor, platform.Value),
        };
    }

    /// <summary>What comes before the vendor and the id: where the model is called, and how many characters say so.</summary>
    private static (ModelPlatform? Platform, string? Vendor, int Length) Route(string name)
    {
        if (BedrockRoute().Match(name) is { Length: > 0 } bedrock)
        {
            return (ModelPlatform.Bedrock, null, bedrock.Length);
        }

        if (VertexResource().Match(name) is { Success: true } resource)
        {
            return (ModelPlatform.Vertex, resource.Groups["vendor"].Value.ToLowerInvariant(), resource.Length);
        }

        if (OtherRoute().Match(name) is not { Success: true } route)
        {
            return default;
        }

        return route.Groups["word"].Value.ToLowerInvariant() switch
        {
            "models" => (ModelPlatform.Vendor, "google", route.Length),
            "together_ai" => (ModelPlatform.Vendor, null, route.Length),
            "openrouter" => (ModelPlatform.OpenRouter, null, route.Length),
            "vertex_ai" or "vertex_ai_beta" => (ModelPlatform.Vertex, null, route.Length),
            _ => (ModelPlatform.Azure, null, route.Length),
        };
    }

    /// <summary>An asset of Azure's registries, whose name tells the vendor: azure-openai, azureml-meta. Another registry is its owner's.</summary>
    private static ModelName FromAsset(Match asset)
    {
        string version = asset.Groups["version"].Value;

        // A version is a date or more of the name (gpt-4 has turbo-2024-04-09), or only a count of uploads.
        bool isCount = version.Length < 4 && version.All(char.IsAsciiDigit);
        string id = isCount ? asset.Groups["model"].Value : $"{asset.Groups["model"].Value}-{version}";
        return new(id, asset.Groups["vendor"].Value.ToLowerInvariant(), ModelPlatform.Azure);
    }

    private static ModelName FromVertex(string id, string? vendor)
    {
        // Open models that Google serves itself: llama-4-scout-17b-16e-instruct-maas.
        string bare = id.EndsWith("-maas", StringComparison.OrdinalIgnoreCase) ? id[..^5] : id;
        return new(WithoutPublication(bare), vendor, ModelPlatform.Vertex);
    }

    private static ModelName FromOpenRouter(string id, string? vendor, ModelPlatform? platform)
    {
        if (vendor is null)
        {
            return new(id, null, platform ?? ModelPlatform.Vendor);
        }

        Match variant = OpenRouterVariant().Match(id);
        bool isOpenRouter = platform is not null || variant.Success || VendorWord.IsOfOpenRouter(vendor);
        return new(variant.Success ? id[..variant.Index] : id, vendor, isOpenRouter ? ModelPlatform.OpenRouter : ModelPlatform.Vendor);
    }

    /// <summary>Vertex AI writes a version behind @: a date, or one that says nothing of the model (default, 001).</summary>
    private static string WithoutPublication(string id)
    {
        int at = id.IndexOf('@');
        if (at < 0 || Publication().Match(id, at) is not { Success: true } publication)
        {
            return id;
        }

        return publication.Groups["version"] is { Success: true } version ? $"{id[..at]}-{version.Value}" : id[..at];
    }

    // LiteLLM's routes and regions, and an ARN, of which only these two kinds name the model.
    [GeneratedRegex(@"^(bedrock(_converse|_mantle)?/((converse|invoke)/)?([a-z]{2}(-[a-z]+){1,3}-[0-9]/)?([0-9]-month-commitment/)?)?(arn:aws[a-z-]*:bedrock:[^:/]*:[^:/]*:(foundation-model|inference-profile)/)?", Options)]
    private static partial Regex BedrockRoute();

    // A resource of another kind, as an application inference profile, has a name of its owner's.
    [GeneratedRegex(@"^arn:aws[a-z-]*:bedrock:", Options)]
    private static partial Regex BedrockResource();

    // Amazon Bedrock, Supported foundation models; a cross-Region inference profile has the geography in front.
    [GeneratedRegex(@"^(([a-z]{2}(-gov|-iso[a-z]?)?|apac|global)\.)?(?<vendor>[a-z]+)\.(?<id>[a-z].*)\z", Options | RegexOptions.Singleline)]
    private static partial Regex BedrockId();

    [GeneratedRegex(@"(-v[0-9]{1,2})?(:[0-9]{1,2})?(:([0-9]{1,4}k|mm))?\z", Options)]
    private static partial Regex BedrockVersion();

    [GeneratedRegex(@"^(//aiplatform\.googleapis\.com/)?(projects/[^/]+/locations/[^/]+/)?publishers/(?<vendor>[^/]+)/models/", Options)]
    private static partial Regex VertexResource();

    [GeneratedRegex(@"\G@(default|[0-9]{3}|(?<version>latest|[0-9]{4}|[0-9]{8})(-[0-9]{3})?)\z", Options)]
    private static partial Regex Publication();

    [GeneratedRegex(@"^azureml://registries/(azure-|azureml-)?(?<vendor>[^/]+)/models/(?<model>[^/]+)(/(versions|labels)/(?<version>[^/]+))?\z", Options)]
    private static partial Regex AzureAsset();

    [GeneratedRegex(@"^((?<word>models|together_ai|openrouter|vertex_ai|vertex_ai_beta)/|(?<word>azure|azure_ai)/((us|eu|global|global-standard)/)?)", Options)]
    private static partial Regex OtherRoute();

    // OpenRouter, Model variants; beta is of older ids.
    [GeneratedRegex(@":(free|batch|thinking|extended|nitro|floor|exacto|online|beta)\z", Options)]
    private static partial Regex OpenRouterVariant();
}

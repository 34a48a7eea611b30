namespace MediaTokens.Rules;

/// <summary>What a request asks of the model, besides the media itself; null where the request says nothing.</summary>
public sealed record CostSettings
{
    /// <summary>OpenAI's <c>detail</c>; not asked for means the vendor's default, auto.</summary>
    public ImageDetail? Detail { get; init; }

    /// <summary>Gemini's global <c>media_resolution</c>, set for the whole request.</summary>
    public MediaResolution? MediaResolution { get; init; }

    /// <summary>Gemini's <c>media_resolution</c> of one part; it wins over the global one.</summary>
    public PartMediaResolution? PartMediaResolution { get; init; }

    /// <summary>The <c>input_fidelity</c> of OpenAI's image models; not asked for means the vendor's default, low.</summary>
    public InputFidelity? InputFidelity { get; init; }

    /// <summary>The images that go into one request, 1 or more: some vendors take only smaller ones in a request with many.</summary>
    public int ImagesPerRequest { get; init; } = 1;

    /// <summary>How tokens become money.</summary>
    public PriceSettings Price { get; init; } = new();

    /// <summary>How videos are sent.</summary>
    public VideoSettings Video { get; init; } = new();

    /// <summary>How PDF documents are sent.</summary>
    public PdfSettings Pdf { get; init; } = new();

    /// <summary>The settings for one image alone, whose media resolution is set for the whole request where that can be, and for its part where it must be.</summary>
    /// <param name="detail">OpenAI's detail.</param>
    /// <param name="resolution">Gemini's media resolution; UltraHigh exists for parts only.</param>
    public static CostSettings ForPart(ImageDetail? detail, PartMediaResolution? resolution) => new()
    {
        Detail = detail,
        MediaResolution = resolution is null or Rules.PartMediaResolution.UltraHigh ? null : (MediaResolution)resolution,
        PartMediaResolution = resolution is Rules.PartMediaResolution.UltraHigh ? resolution : null,
    };

    /// <summary>Whether to count by the vendor's documentation or by confirmed measurements.</summary>
    public CountBasis Basis { get; init; }

    /// <summary>Whether a media resolution is asked for; <see cref="PartMediaResolution.Unspecified"/> on a part asks for none.</summary>
    internal bool HasResolution => MediaResolution is not null || PartMediaResolution is not (null or Rules.PartMediaResolution.Unspecified);
}

using MediaTokens.Headers.Web;

namespace MediaTokens;

/// <summary>What one image, video or PDF document costs in tokens on one model, with the working.</summary>
public sealed record MediaTokenCost
{
    /// <summary>The file's absolute path, or its address on the web, a data: URI shortened; null where only a size was given.</summary>
    public string? Path { get; internal init; }

    /// <summary>The file's name; the last segment of an address; the size as <c>1920x1080</c> where only a size was given.</summary>
    public string Name => Path is null ? Size : WebAddress.IsAddress(Path) ? WebAddress.NameOf(Path) : System.IO.Path.GetFileName(Path);

    /// <summary>The kind of media: Image, Video or Pdf.</summary>
    public string MediaType { get; internal init; } = "";

    /// <summary>The file's format, told by its signature; null where only a size was given.</summary>
    public string? Format { get; internal init; }

    /// <summary>The model as asked for.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>Who runs the model.</summary>
    public string Vendor { get; internal init; } = "";

    /// <summary>Where the model is called, told by its name: Vendor, Azure, Bedrock, Vertex or OpenRouter.</summary>
    public string Platform { get; internal init; } = "";

    /// <summary>The model that the deployment runs; null where <see cref="Model"/> is no deployment.</summary>
    public string? BaseModel { get; internal init; }

    /// <summary>Pixels, after orientation; null for a PDF document.</summary>
    public int? Width { get; internal init; }

    /// <summary>Pixels, after orientation; null for a PDF document.</summary>
    public int? Height { get; internal init; }

    /// <summary>Width and height as <c>1920x1080</c>; empty for a PDF document.</summary>
    public string Size => Width is int width && Height is int height ? new PixelSize(width, height).ToString() : "";

    /// <summary>How long the video plays, or what was given in place of it; null for anything else.</summary>
    public TimeSpan? Duration { get; internal init; }

    /// <summary>The frames that are sampled of the video; null for anything else.</summary>
    public long? Frames { get; internal init; }

    /// <summary>Frames per second of the video file; null where it does not tell, and for anything else.</summary>
    public double? FrameRate { get; internal init; }

    /// <summary>The tokens of the video's sound, which <see cref="Tokens"/> holds; null for anything else.</summary>
    public long? AudioTokens { get; internal init; }

    /// <summary>The pages of the PDF document that are counted; null for anything else.</summary>
    public int? Pages { get; internal init; }

    /// <summary>Those of the pages that are scanned; null for anything but a PDF document.</summary>
    public int? ScannedPages { get; internal init; }

    /// <summary>
    /// The tokens of the text of the pages: characters / 4, an estimate, which <see cref="Tokens"/> holds only where it was
    /// asked for and is billed; null where no text can be read, and for anything but a PDF document.
    /// </summary>
    public long? TextTokens { get; internal init; }

    /// <summary>Whether the vendor bills the text of the pages on top of them; null for anything but a PDF document.</summary>
    public bool? TextIsBilled { get; internal init; }

    /// <summary>The detail as resolved; null for a model that has none.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The media resolution as resolved; null for a model that has none.</summary>
    public string? MediaResolution { get; internal init; }

    /// <summary>
    /// The media resolution that the vendor recommends for this kind of media; the one in use where it costs the same.
    /// Null where the vendor recommends none.
    /// </summary>
    public string? RecommendedResolution { get; internal init; }

    /// <summary>Whether the media resolution in use is <see cref="RecommendedResolution"/>, or none is recommended.</summary>
    public bool IsRecommended => RecommendedResolution is null || RecommendedResolution == MediaResolution;

    /// <summary>The input fidelity; null for a model that has none.</summary>
    public string? InputFidelity { get; internal init; }

    /// <summary>Whichever of <see cref="Detail"/>, <see cref="MediaResolution"/> and <see cref="InputFidelity"/> the model has; empty where it has none.</summary>
    public string Setting => Detail ?? MediaResolution ?? InputFidelity ?? "";

    /// <summary>The width to which the service scales the image, in pixels; null where the vendor does not say.</summary>
    public int? ScaledWidth { get; internal init; }

    /// <summary>The height to which the service scales the image, in pixels; null where the vendor does not say.</summary>
    public int? ScaledHeight { get; internal init; }

    /// <summary>Columns of tiles, patches, crops or grid cells; 1 for a video or a PDF document.</summary>
    public int Columns { get; internal init; }

    /// <summary>Rows of tiles, patches, crops or grid cells; 1 for a video or a PDF document.</summary>
    public int Rows { get; internal init; }

    /// <summary>Tiles, patches, crops or grid cells in all; frames of a video, pages of a PDF document.</summary>
    public long Units { get; internal init; }

    /// <summary>Tokens for each unit; the average where pages differ.</summary>
    public decimal TokensPerUnit { get; internal init; }

    /// <summary>Tokens on top of the units: the sound of a video, the text of a PDF document.</summary>
    public long BaseTokens { get; internal init; }

    /// <summary>Tokens on the basis asked for.</summary>
    public long Tokens { get; internal init; }

    /// <summary>The least that it may cost, in tokens.</summary>
    public long MinTokens { get; internal init; }

    /// <summary>The most that it may cost, in tokens; what is recognized on scanned pages, which nobody can know before, is left out.</summary>
    public long MaxTokens { get; internal init; }

    /// <summary>Whether the vendor itself only approximates, or leaves open what decides.</summary>
    public bool IsEstimate { get; internal init; }

    /// <summary>Whose figure <see cref="Tokens"/> is: Documented or Billed.</summary>
    public string Basis { get; internal init; } = "";

    /// <summary>Tokens by the vendor's documentation.</summary>
    public long DocumentedTokens { get; internal init; }

    /// <summary>Tokens as measured on real calls; null where nothing was measured.</summary>
    public long? BilledTokens { get; internal init; }

    /// <summary>Whether independent measurements agree on <see cref="BilledTokens"/>; null where nothing was measured.</summary>
    public bool? BilledIsConfirmed { get; internal init; }

    /// <summary>How sure the count is: Documented, Measured, Implementation or Estimate.</summary>
    public string Confidence { get; internal init; } = "";

    /// <summary>What <see cref="Tokens"/> cost, in <see cref="Currency"/>; null where no price is known, and <see cref="CostNote"/> says why.</summary>
    public decimal? Cost { get; internal init; }

    /// <summary>What <see cref="MinTokens"/> cost; null where no price is known.</summary>
    public decimal? MinCost { get; internal init; }

    /// <summary>What <see cref="MaxTokens"/> cost; null where no price is known.</summary>
    public decimal? MaxCost { get; internal init; }

    /// <summary>The currency of the costs, as its ISO 4217 code.</summary>
    public string Currency { get; internal init; } = "";

    /// <summary>Which of the model's prices holds: Standard, Cached or Batch.</summary>
    public string Price { get; internal init; } = "";

    /// <summary>The price of a million tokens, in <see cref="Currency"/>; sound may have another. Null where no price is known.</summary>
    public decimal? PricePerMillion { get; internal init; }

    /// <summary>Why there is no cost, or what to know of it; null where there is nothing.</summary>
    public string? CostNote { get; internal init; }

    /// <summary>Where the price is published, when, and how sure it is; null where no price is known.</summary>
    public string? PriceSource { get; internal init; }

    /// <summary>The day whose values hold, as yyyy-MM-dd.</summary>
    public string AsOf { get; internal init; } = "";

    /// <summary>The file's length in bytes; null where only a size was given, and where a server does not tell it.</summary>
    public long? Bytes { get; internal init; }

    /// <summary>The last step of the working, without the result.</summary>
    public string Calculation { get; internal init; } = "";

    /// <summary>One line of working.</summary>
    public string Explanation { get; internal init; } = "";

    /// <summary>The token rule.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>Where the constants are published, when, and how sure they are.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>What was counted: the path or the address, otherwise the size. By it the next command takes an address.</summary>
    public override string ToString() => Path ?? Size;
}

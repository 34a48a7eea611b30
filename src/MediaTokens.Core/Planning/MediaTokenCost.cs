namespace MediaTokens;

/// <summary>What one image costs in tokens on one model, with the working.</summary>
public sealed record MediaTokenCost
{
    /// <summary>The file's absolute path; null where only a size was given.</summary>
    public string? Path { get; internal init; }

    /// <summary>The file's name; the size as <c>1920x1080</c> where only a size was given.</summary>
    public string Name => Path is null ? Size : System.IO.Path.GetFileName(Path);

    /// <summary>The kind of media: Image.</summary>
    public string MediaType { get; internal init; } = "";

    /// <summary>The file's format, told by its signature; null where only a size was given.</summary>
    public string? Format { get; internal init; }

    /// <summary>The model as asked for.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>Who runs the model.</summary>
    public string Vendor { get; internal init; } = "";

    /// <summary>Pixels, after orientation.</summary>
    public int Width { get; internal init; }

    /// <summary>Pixels, after orientation.</summary>
    public int Height { get; internal init; }

    /// <summary>Width and height as <c>1920x1080</c>.</summary>
    public string Size => new PixelSize(Width, Height).ToString();

    /// <summary>The detail as resolved; null for a model that has media resolutions instead.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The media resolution as resolved; null for a model that has details instead.</summary>
    public string? MediaResolution { get; internal init; }

    /// <summary>Whichever of <see cref="Detail"/> and <see cref="MediaResolution"/> the model has.</summary>
    public string Setting => Detail ?? MediaResolution ?? "";

    /// <summary>The width to which the service scales the image, in pixels; null where the vendor does not say.</summary>
    public int? ScaledWidth { get; internal init; }

    /// <summary>The height to which the service scales the image, in pixels; null where the vendor does not say.</summary>
    public int? ScaledHeight { get; internal init; }

    /// <summary>Columns of tiles, patches, crops or grid cells.</summary>
    public int Columns { get; internal init; }

    /// <summary>Rows of tiles, patches, crops or grid cells.</summary>
    public int Rows { get; internal init; }

    /// <summary>Tiles, patches, crops or grid cells in all.</summary>
    public long Units { get; internal init; }

    /// <summary>Tokens for each unit.</summary>
    public decimal TokensPerUnit { get; internal init; }

    /// <summary>Tokens on top of the units.</summary>
    public long BaseTokens { get; internal init; }

    /// <summary>Tokens on the basis asked for.</summary>
    public long Tokens { get; internal init; }

    /// <summary>The least that the image may cost, in tokens.</summary>
    public long MinTokens { get; internal init; }

    /// <summary>The most that the image may cost, in tokens.</summary>
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

    /// <summary>The file's length in bytes; null where only a size was given.</summary>
    public long? Bytes { get; internal init; }

    /// <summary>The last step of the working, without the result.</summary>
    public string Calculation { get; internal init; } = "";

    /// <summary>One line of working.</summary>
    public string Explanation { get; internal init; } = "";

    /// <summary>The token rule.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>Where the constants are published, when, and how sure they are.</summary>
    public string Source { get; internal init; } = "";
}

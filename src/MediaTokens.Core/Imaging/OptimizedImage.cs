namespace MediaTokens;

/// <summary>What became of one image: the result's file, and what it saves.</summary>
public sealed record OptimizedImage
{
    /// <summary>The result's absolute path.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The result's file name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The source's absolute path.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>The model that the result is made for.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>The detail that the tokens are counted at; null for a model that has media resolutions instead.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The media resolution that the tokens are counted at; null for a model that has details instead.</summary>
    public string? MediaResolution { get; internal init; }

    /// <summary>The result's width in pixels.</summary>
    public int Width { get; internal init; }

    /// <summary>The result's height in pixels.</summary>
    public int Height { get; internal init; }

    /// <summary>The result's width and height as <c>1024x768</c>.</summary>
    public string Size => new PixelSize(Width, Height).ToString();

    /// <summary>The source's width in pixels, after orientation.</summary>
    public int SourceWidth { get; internal init; }

    /// <summary>The source's height in pixels, after orientation.</summary>
    public int SourceHeight { get; internal init; }

    /// <summary>The source's width and height as <c>4000x3000</c>.</summary>
    public string SourceSize => new PixelSize(SourceWidth, SourceHeight).ToString();

    /// <summary>The result's length in bytes.</summary>
    public long Bytes { get; internal init; }

    /// <summary>The source's length in bytes.</summary>
    public long SourceBytes { get; internal init; }

    /// <summary>Bytes that the upload is shorter by.</summary>
    public long BytesSaved => SourceBytes - Bytes;

    /// <summary>Tokens that the result costs.</summary>
    public long Tokens { get; internal init; }

    /// <summary>Tokens that the source costs; null where the vendor would refuse it.</summary>
    public long? SourceTokens { get; internal init; }

    /// <summary>Tokens that the result costs less; null where the vendor would refuse the source.</summary>
    public long? TokensSaved => SourceTokens - Tokens;

    /// <summary>The result's format.</summary>
    public string Format { get; internal init; } = "";

    /// <summary>The result's quality, 1 to 100; null for PNG and for a copy.</summary>
    public int? Quality { get; internal init; }

    /// <summary>The engine that made the result; null for a copy.</summary>
    public string? Engine { get; internal init; }

    /// <summary>What was done: Resized, Reencoded, or Copied where nothing would be gained.</summary>
    public string Action { get; internal init; } = "";

    /// <summary>One line of working.</summary>
    public string Explanation { get; internal init; } = "";

    /// <summary>From reading the source to the written result.</summary>
    public TimeSpan Duration { get; internal init; }
}

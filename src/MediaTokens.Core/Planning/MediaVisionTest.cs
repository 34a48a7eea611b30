namespace MediaTokens;

/// <summary>Whether a model takes a file, and what would mend it where it does not.</summary>
public sealed record MediaVisionTest
{
    /// <summary>The file's absolute path.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The model that was asked about.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>Whether the vendor takes the file as it is.</summary>
    public bool Acceptable => Problems.Length == 0;

    /// <summary>What the vendor would refuse it for, each in one sentence; empty where there is nothing.</summary>
    public string[] Problems { get; internal init; } = [];

    /// <summary>The command that would mend it, or advice where none can; null where there is nothing to mend.</summary>
    public string? Recommendation { get; internal init; }

    /// <summary>The kind of media: Image, Video or Pdf; null where it is none that is known.</summary>
    public string? MediaType { get; internal init; }

    /// <summary>The format, told by the signature; null where it is none that is known.</summary>
    public string? Format { get; internal init; }

    /// <summary>The MIME type under which a request sends the format; null where it is none that is known.</summary>
    public string? MimeType { get; internal init; }

    /// <summary>Pixels, after orientation; null where the file does not tell.</summary>
    public int? Width { get; internal init; }

    /// <summary>Pixels, after orientation; null where the file does not tell.</summary>
    public int? Height { get; internal init; }

    /// <summary>How long a video plays; null where it does not tell, and for anything else.</summary>
    public TimeSpan? Duration { get; internal init; }

    /// <summary>The pages of a PDF document; null for anything else, and where the model takes none.</summary>
    public int? Pages { get; internal init; }

    /// <summary>The file's length in bytes.</summary>
    public long Bytes { get; internal init; }
}

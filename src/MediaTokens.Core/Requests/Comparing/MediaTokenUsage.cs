namespace MediaTokens;

/// <summary>What was estimated for the media of one request, held against what the vendor reported.</summary>
public sealed record MediaTokenUsage
{
    /// <summary>The first of <see cref="Items"/>, and how many more there are; empty where none is known.</summary>
    public string Name => Items.Length switch
    {
        0 => "",
        1 => Items[0],
        int count => FormattableString.Invariant($"{Items[0]} and {count - 1} more"),
    };

    /// <summary>The names of what was sent.</summary>
    public string[] Items { get; internal init; } = [];

    /// <summary>The model that was asked.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>Who runs the model.</summary>
    public string Vendor { get; internal init; } = "";

    /// <summary>The tokens of the media by our own count.</summary>
    public long EstimatedTokens { get; internal init; }

    /// <summary>The tokens of the media by the vendor's count: told, or what the text leaves. Null where the text is not known.</summary>
    public long? MediaTokens { get; internal init; }

    /// <summary>The tokens of the text: told, or the remainder. Null where it is not known.</summary>
    public long? TextTokens { get; internal init; }

    /// <summary>The tokens of all that was sent, as the vendor reported them; null where it did not.</summary>
    public long? ReportedTokens { get; internal init; }

    /// <summary>
    /// What was reported beyond the estimate and the text, in tokens; beyond the estimate alone where the text is not known.
    /// Null where nothing was reported.
    /// </summary>
    public long? Difference { get; internal init; }

    /// <summary>Match, TextOnly, Off or Unknown: see <see cref="UsageVerdict"/>.</summary>
    public string Verdict { get; internal init; } = "";

    /// <summary>One line of working.</summary>
    public string Explanation { get; internal init; } = "";

    /// <summary>The vendor's name for the request; null where it gives none.</summary>
    public string? RequestId { get; internal init; }
}

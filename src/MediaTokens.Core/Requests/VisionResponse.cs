namespace MediaTokens;

/// <summary>What a vision model answered, with the tokens that were billed beside those that were estimated.</summary>
public sealed record VisionResponse
{
    /// <summary>Who runs the model.</summary>
    public string Vendor { get; internal init; } = "";

    /// <summary>The model that was asked for.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>The answer; empty where there is none.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>Why the answer ends, in the vendor's word; null where it does not say.</summary>
    public string? FinishReason { get; internal init; }

    /// <summary>Tokens of all that was sent, text and media; null where the answer does not tell.</summary>
    public long? PromptTokens { get; internal init; }

    /// <summary>Tokens of the answer; null where it does not tell.</summary>
    public long? CompletionTokens { get; internal init; }

    /// <summary>Tokens in all; null where the answer does not tell.</summary>
    public long? TotalTokens { get; internal init; }

    /// <summary>Tokens of the text that was sent; null where the vendor does not count by modality.</summary>
    public long? TextTokens { get; internal init; }

    /// <summary>Tokens of the images; null where the vendor does not count by modality, or counted none.</summary>
    public long? ImageTokens { get; internal init; }

    /// <summary>Tokens of the frames of videos; null where the vendor does not count by modality, or counted none.</summary>
    public long? VideoTokens { get; internal init; }

    /// <summary>Tokens of sound; null where the vendor does not count by modality, or counted none.</summary>
    public long? AudioTokens { get; internal init; }

    /// <summary>Tokens of documents; null where the vendor does not count by modality, or counted none.</summary>
    public long? DocumentTokens { get; internal init; }

    /// <summary>The tokens of the media by our own count, before the request was sent.</summary>
    public long EstimatedTokens { get; internal init; }

    /// <summary>
    /// The tokens of the media as calls were billed, where independent measurements agree on all of it; null elsewhere.
    /// </summary>
    public long? BilledTokens { get; internal init; }

    /// <summary>How many of the items <see cref="EstimatedTokens"/> leaves out, as links that are not read.</summary>
    public int UncountedItems { get; internal init; }

    /// <summary>
    /// What was billed beyond the estimate: the media's tokens where the vendor counts by modality, otherwise all of
    /// <see cref="PromptTokens"/>, which holds the text too. Null where the answer does not tell.
    /// </summary>
    public long? Difference { get; internal init; }

    /// <summary>What was asked; null where nothing was.</summary>
    public string? Prompt { get; internal init; }

    /// <summary>What the model was told beforehand; null where nothing was.</summary>
    public string? SystemPrompt { get; internal init; }

    /// <summary>The names of what was sent.</summary>
    public string[] Items { get; internal init; } = [];

    /// <summary>The vendor's name for the request; null where it gives none.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>From the first attempt to the end of the answer.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>How often the request was sent, 1 or more.</summary>
    public int Attempts { get; internal init; }

    /// <summary>Whether only the tokens were asked for, which Gemini counts without the media resolution.</summary>
    public bool IsCountOnly { get; internal init; }

    /// <summary>What a user should know besides; null where there is nothing.</summary>
    public string? Note { get; internal init; }

    /// <summary>The answer as the vendor sent it: JSON.</summary>
    public string Raw { get; internal init; } = "";

    /// <summary>Tokens of all media together; null where the vendor does not count by modality.</summary>
    internal long? MediaTokenCount => TextTokens is null ? null : (ImageTokens ?? 0) + (VideoTokens ?? 0) + (AudioTokens ?? 0) + (DocumentTokens ?? 0);

    /// <summary>The answer beside what was sent for it.</summary>
    internal VisionResponse To(VisionRequest request) => this with
    {
        Vendor = request.Vendor,
        Model = request.Model,
        EstimatedTokens = request.EstimatedTokens,
        BilledTokens = request.BilledTokens,
        Difference = (MediaTokenCount ?? PromptTokens) - request.EstimatedTokens,
        UncountedItems = request.Items.Count(item => item.Tokens is null),
        Prompt = request.Prompt,
        SystemPrompt = request.SystemPrompt,
        Items = [.. request.Items.Select(item => item.Name)],
    };
}

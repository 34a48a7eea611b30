using System.Text;
using MediaTokens.Requests.Sending;

namespace MediaTokens.Requests.Comparing;

/// <summary>What a vendor reported of one request, and what was sent: a response, or what is left of it in a file or a job.</summary>
public sealed record ReportedUsage
{
    /// <summary>Who runs the model.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>The model that was asked.</summary>
    public string Model { get; init; } = "";

    /// <summary>The names of what was sent.</summary>
    public string[] Items { get; init; } = [];

    /// <summary>The tokens of the media by our own count.</summary>
    public long EstimatedTokens { get; init; }

    /// <summary>The tokens of the media as calls were billed, where that is confirmed; null elsewhere.</summary>
    public long? BilledTokens { get; init; }

    /// <summary>How many of the items <see cref="EstimatedTokens"/> leaves out, as links that were not read.</summary>
    public int UncountedItems { get; init; }

    /// <summary>What was asked; null where nothing was.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the model was told beforehand; null where nothing was.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Whether <see cref="Prompt"/> and <see cref="SystemPrompt"/> are all the text that was sent; no where it is not known.</summary>
    public bool IsTextKnown { get; init; } = true;

    /// <summary>Tokens of all that was sent; null where the vendor does not tell.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Tokens of the text; null where the vendor does not count by modality.</summary>
    public long? TextTokens { get; init; }

    /// <summary>Tokens of images, and for Gemini of the pages of documents; null where none are told.</summary>
    public long? ImageTokens { get; init; }

    /// <summary>Tokens of the frames of videos; null where none are told.</summary>
    public long? VideoTokens { get; init; }

    /// <summary>Tokens of sound; null where none are told.</summary>
    public long? AudioTokens { get; init; }

    /// <summary>Tokens of documents; null where none are told.</summary>
    public long? DocumentTokens { get; init; }

    /// <summary>Whether only the tokens were asked for, which Gemini counts without the media resolution.</summary>
    public bool IsCountOnly { get; init; }

    /// <summary>The vendor's name for the request; null where it gives none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the vendor tells the tokens of the media apart from those of the text.</summary>
    internal bool IsByModality => TextTokens is not null || ImageTokens is not null || VideoTokens is not null || DocumentTokens is not null;

    /// <summary>The tokens of all media, where they are told.</summary>
    internal long MediaTokens => (ImageTokens ?? 0) + (VideoTokens ?? 0) + (AudioTokens ?? 0) + (DocumentTokens ?? 0);

    /// <summary>The usage that a response tells.</summary>
    public static ReportedUsage Of(VisionResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new()
        {
            Vendor = response.Vendor,
            Model = response.Model,
            Items = response.Items,
            EstimatedTokens = response.EstimatedTokens,
            BilledTokens = response.BilledTokens,
            UncountedItems = response.UncountedItems,
            Prompt = response.Prompt,
            SystemPrompt = response.SystemPrompt,
            PromptTokens = response.PromptTokens,
            TextTokens = response.TextTokens,
            ImageTokens = response.ImageTokens,
            VideoTokens = response.VideoTokens,
            AudioTokens = response.AudioTokens,
            DocumentTokens = response.DocumentTokens,
            IsCountOnly = response.IsCountOnly,
            RequestId = response.RequestId,
        };
    }

    /// <summary>The usage that a saved answer of either vendor tells; what was sent is not in it, and is still to be set.</summary>
    /// <param name="json">The answer as the vendor sent it.</param>
    /// <exception cref="MediaException">BadResponse: it is none that a vendor's interface gives.</exception>
    public static ReportedUsage FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Of(ResponseReader.Read(Encoding.UTF8.GetBytes(json))) with { IsTextKnown = false };
        }
        catch (MediaException exception)
        {
            throw new MediaException(exception.Id, exception.Message, "Give the answer as the vendor sent it: its JSON, or the file that it was saved to.");
        }
    }

    /// <summary>The usage beside the request that it is of.</summary>
    public ReportedUsage For(VisionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return this with
        {
            Vendor = request.Vendor,
            Model = request.Model,
            Items = [.. request.Items.Select(item => item.Name)],
            EstimatedTokens = request.EstimatedTokens,
            BilledTokens = request.BilledTokens,
            UncountedItems = request.Items.Count(item => item.Tokens is null),
            Prompt = request.Prompt,
            SystemPrompt = request.SystemPrompt,
            IsTextKnown = true,
        };
    }
}

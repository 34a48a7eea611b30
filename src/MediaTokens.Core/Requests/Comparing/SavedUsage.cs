using System.Collections;
using System.Globalization;

namespace MediaTokens.Requests.Comparing;

/// <summary>Makes a usage again of the property values of a response, as a job or a file of PowerShell leaves them.</summary>
public static class SavedUsage
{
    /// <summary>Makes the usage again.</summary>
    /// <param name="get">Gives the value of a property of <see cref="VisionResponse"/> by its name; null for none. Numbers may be texts.</param>
    /// <exception cref="MediaException">BadResponse: the object is no response.</exception>
    public static ReportedUsage Restore(Func<string, object?> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        if (get(nameof(VisionResponse.Vendor)) is null || get(nameof(VisionResponse.EstimatedTokens)) is null)
        {
            throw new MediaException(
                MediaErrorId.BadResponse,
                "The object is no answer of Invoke-VisionRequest.",
                "Give answers of Invoke-VisionRequest, files of saved JSON, or JSON as a text.");
        }

        return new()
        {
            Vendor = Text(get, nameof(VisionResponse.Vendor)) ?? "",
            Model = Text(get, nameof(VisionResponse.Model)) ?? "",
            Items = get(nameof(VisionResponse.Items)) switch
            {
                null or "" => [],
                string item => [item],
                IEnumerable items => [.. items.Cast<object?>().Select(item => item?.ToString() ?? "")],
                object item => [item.ToString() ?? ""],
            },
            EstimatedTokens = Number(get, nameof(VisionResponse.EstimatedTokens)) ?? 0,
            BilledTokens = Number(get, nameof(VisionResponse.BilledTokens)),
            UncountedItems = (int)(Number(get, nameof(VisionResponse.UncountedItems)) ?? 0),
            Prompt = Text(get, nameof(VisionResponse.Prompt)),
            SystemPrompt = Text(get, nameof(VisionResponse.SystemPrompt)),
            PromptTokens = Number(get, nameof(VisionResponse.PromptTokens)),
            TextTokens = Number(get, nameof(VisionResponse.TextTokens)),
            ImageTokens = Number(get, nameof(VisionResponse.ImageTokens)),
            VideoTokens = Number(get, nameof(VisionResponse.VideoTokens)),
            AudioTokens = Number(get, nameof(VisionResponse.AudioTokens)),
            DocumentTokens = Number(get, nameof(VisionResponse.DocumentTokens)),
            IsCountOnly = Text(get, nameof(VisionResponse.IsCountOnly)) is "True" or "true",
            RequestId = Text(get, nameof(VisionResponse.RequestId)),
        };
    }

    private static string? Text(Func<string, object?> get, string name) =>
        Convert.ToString(get(name), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static long? Number(Func<string, object?> get, string name) => Text(get, name) is not string text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
        : throw new MediaException(MediaErrorId.BadResponse, $"{name} is '{text}', which is no number of tokens.", "Give answers as Invoke-VisionRequest made them.");
}

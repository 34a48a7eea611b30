using System.Text.Json;

namespace MediaTokens.Requests.Bodies;

/// <summary>
/// The body of Gemini's countTokens: the contents alone, or the whole request where it has a system prompt, which is no part of
/// the contents. The media resolution is left out, as countTokens takes none.
/// </summary>
/// <remarks>Source: Google, API reference, models.countTokens; googleapis/js-genai issue 1134, for the media resolution.</remarks>
internal static class CountTokensBody
{
    public static void Write(BodyLayout body, VisionRequest request)
    {
        VisionRequest counted = request with
        {
            MediaResolution = null,
            MaxOutputTokens = null,
            Items = [.. request.Items.Select(item => item with { MediaResolution = null })],
        };
        Utf8JsonWriter json = body.Json;
        json.WriteStartObject();
        if (counted.SystemPrompt is null)
        {
            GenerateContentBody.WriteMembers(body, counted);
        }
        else
        {
            json.WriteStartObject("generateContentRequest");
            json.WriteString("model", $"models/{VisionApi.BareName(counted.Model)}");
            GenerateContentBody.WriteMembers(body, counted);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

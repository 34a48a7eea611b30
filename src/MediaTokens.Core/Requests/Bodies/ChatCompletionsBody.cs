using System.Text.Json;

namespace MediaTokens.Requests.Bodies;

/// <summary>The body of OpenAI's chat completions: messages of text parts and <c>image_url</c> parts.</summary>
/// <remarks>Source: OpenAI, Vision (understanding images); API reference, Create chat completion.</remarks>
internal static class ChatCompletionsBody
{
    public static void Write(BodyLayout body, VisionRequest request)
    {
        Utf8JsonWriter json = body.Json;
        json.WriteStartObject();
        json.WriteString("model", request.Model);
        json.WriteStartArray("messages");
        if (request.SystemPrompt is string system)
        {
            json.WriteStartObject();
            json.WriteString("role", "system");
            json.WriteString("content", system);
            json.WriteEndObject();
        }

        WriteMessage(body, request);
        json.WriteEndArray();
        if (request.MaxOutputTokens is int most)
        {
            // The guide's max_tokens is deprecated, and models that reason refuse it; the official libraries send this.
            json.WriteNumber("max_completion_tokens", most);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(BodyLayout body, VisionRequest request)
    {
        Utf8JsonWriter json = body.Json;
        json.WriteStartObject();
        json.WriteString("role", request.Role);
        json.WriteStartArray("content");
        if (request.Prompt is string prompt)
        {
            json.WriteStartObject();
            json.WriteString("type", "text");
            json.WriteString("text", prompt);
            json.WriteEndObject();
        }

        foreach (VisionRequestItem item in request.Items)
        {
            json.WriteStartObject();
            json.WriteString("type", "image_url");
            json.WriteStartObject("image_url");
            OpenAIImage.Write(body, "url", item);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

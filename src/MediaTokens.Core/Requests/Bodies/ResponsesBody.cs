using System.Text.Json;

namespace MediaTokens.Requests.Bodies;

/// <summary>The body of OpenAI's responses: a message of <c>input_text</c> and <c>input_image</c> parts.</summary>
/// <remarks>Source: OpenAI, Images and vision; API reference, Create a model response.</remarks>
internal static class ResponsesBody
{
    public static void Write(BodyLayout body, VisionRequest request)
    {
        Utf8JsonWriter json = body.Json;
        json.WriteStartObject();
        json.WriteString("model", request.Model);
        if (request.SystemPrompt is string system)
        {
            json.WriteString("instructions", system);
        }

        json.WriteStartArray("input");
        WriteMessage(body, request);
        json.WriteEndArray();
        if (request.MaxOutputTokens is int most)
        {
            json.WriteNumber("max_output_tokens", most);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(BodyLayout body, VisionRequest request)
    {
        Utf8JsonWriter json = body.Json;
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteString("role", request.Role);
        json.WriteStartArray("content");
        if (request.Prompt is string prompt)
        {
            json.WriteStartObject();
            json.WriteString("type", "input_text");
            json.WriteString("text", prompt);
            json.WriteEndObject();
        }

        foreach (VisionRequestItem item in request.Items)
        {
            json.WriteStartObject();
            json.WriteString("type", "input_image");
            OpenAIImage.Write(body, "image_url", item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

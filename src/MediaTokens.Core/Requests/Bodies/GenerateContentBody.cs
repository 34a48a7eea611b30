using System.Globalization;
using System.Text.Json;

namespace MediaTokens.Requests.Bodies;

/// <summary>
/// The body of Gemini's generateContent: parts of text, <c>inline_data</c> and <c>file_data</c>, each with its own media
/// resolution where one is set, and the whole request's in the generation config.
/// </summary>
/// <remarks>Source: Google, Media resolution, the REST examples; Video understanding, for video_metadata.</remarks>
internal static class GenerateContentBody
{
    public static void Write(BodyLayout body, VisionRequest request)
    {
        body.Json.WriteStartObject();
        WriteMembers(body, request);
        body.Json.WriteEndObject();
    }

    /// <summary>Writes what is within the body's object.</summary>
    public static void WriteMembers(BodyLayout body, VisionRequest request)
    {
        Utf8JsonWriter json = body.Json;
        if (request.SystemPrompt is string system)
        {
            json.WriteStartObject("system_instruction");
            json.WriteStartArray("parts");
            WriteText(json, system);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        WriteContents(body, request);
        WriteConfig(json, request);
    }

    private static void WriteContents(BodyLayout body, VisionRequest request)
    {
        Utf8JsonWriter json = body.Json;
        json.WriteStartArray("contents");
        json.WriteStartObject();
        json.WriteString("role", request.Role);
        json.WriteStartArray("parts");
        if (request.Prompt is string prompt)
        {
            WriteText(json, prompt);
        }

        foreach (VisionRequestItem item in request.Items)
        {
            WritePart(body, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WritePart(BodyLayout body, VisionRequestItem item)
    {
        Utf8JsonWriter json = body.Json;
        InlineData? data = item.Uri is string uri ? InlineData.Parse(uri) : null;
        bool isLink = item.Path is null && data is null;
        json.WriteStartObject();
        json.WriteStartObject(isLink ? "file_data" : "inline_data");
        if (item.MimeType is string mimeType)
        {
            json.WriteString("mime_type", mimeType);
        }

        if (isLink)
        {
            json.WriteString("file_uri", item.Uri);
        }
        else if (data is not null)
        {
            json.WriteString("data", data.Base64.Span);
        }
        else
        {
            body.WriteFile("data", "", item);
        }

        json.WriteEndObject();
        if (item.MediaResolution is string level)
        {
            json.WriteStartObject("media_resolution");
            json.WriteString("level", Level(level));
            json.WriteEndObject();
        }

        WriteVideo(json, item);
        json.WriteEndObject();
    }

    private static void WriteVideo(Utf8JsonWriter json, VisionRequestItem item)
    {
        if (item is { FramesPerSecond: null, StartTime: null, EndTime: null })
        {
            return;
        }

        json.WriteStartObject("video_metadata");
        if (item.FramesPerSecond is decimal rate)
        {
            json.WriteNumber("fps", rate);
        }

        if (item.StartTime is TimeSpan start)
        {
            json.WriteString("start_offset", Seconds(start));
        }

        if (item.EndTime is TimeSpan end)
        {
            json.WriteString("end_offset", Seconds(end));
        }

        json.WriteEndObject();
    }

    private static void WriteConfig(Utf8JsonWriter json, VisionRequest request)
    {
        if (request is { MediaResolution: null, MaxOutputTokens: null })
        {
            return;
        }

        json.WriteStartObject("generation_config");
        if (request.MediaResolution is string level)
        {
            json.WriteString("media_resolution", Level(level));
        }

        if (request.MaxOutputTokens is int most)
        {
            json.WriteNumber("max_output_tokens", most);
        }

        json.WriteEndObject();
    }

    private static string Level(string level) =>
        $"MEDIA_RESOLUTION_{(level == "UltraHigh" ? "ULTRA_HIGH" : level.ToUpperInvariant())}";

    // A duration in JSON is a number of seconds with an s behind it, fractions and all: 1250s, 1.5s.
    private static string Seconds(TimeSpan time) =>
        ((decimal)time.Ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture) + "s";
}

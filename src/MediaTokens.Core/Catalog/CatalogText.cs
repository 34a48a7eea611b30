using System.Text.Json;

namespace MediaTokens.Catalog;

/// <summary>Parses a catalog's JSON so that no text in it can fail later.</summary>
internal static class CatalogText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a text; comments and trailing commas are passed over.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: it is no JSON, or a text in it is no Unicode.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        JsonDocument? document = null;
        try
        {
            ReadOnlyMemory<byte> text = utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
            document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            Decode(document.RootElement);
            return document;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            document?.Dispose();
            throw CatalogReader.Error(name, $"it is not JSON: {exception.Message}", exception);
        }
    }

    // The parser looks at the bytes of a text only when it is asked for, and throws InvalidOperationException then.
    private static void Decode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Decode(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Decode(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}

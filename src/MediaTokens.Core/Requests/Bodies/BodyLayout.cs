using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaTokens.Requests.Bodies;

/// <summary>Lays a body out: its JSON, and the places within it where files belong.</summary>
internal sealed class BodyLayout : IDisposable
{
    // Letters of every language stay readable, as in the bodies of the vendors' own clients; no body is ever put into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly List<(int Offset, BodyFile File)> _files = [];

    public BodyLayout() => Json = new(_buffer, Options);

    /// <summary>Writes everything but files.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Writes a property whose value is a text with a file's base64 behind it.</summary>
    public void WriteFile(string property, string text, VisionRequestItem item)
    {
        Json.WriteString(property, text);
        Json.Flush();

        // Base64 needs no escaping, so the file belongs before the closing quotation mark.
        _files.Add((_buffer.WrittenCount - 1, new(item.Path!, item.Bytes!.Value)));
    }

    /// <summary>The pieces, in order: JSON, then a file, and JSON at the end.</summary>
    public (ReadOnlyMemory<byte> Json, BodyFile? File)[] ToParts()
    {
        Json.Flush();
        ReadOnlyMemory<byte> json = _buffer.WrittenMemory;
        var parts = new (ReadOnlyMemory<byte>, BodyFile?)[_files.Count + 1];
        int start = 0;
        for (int i = 0; i < _files.Count; i++)
        {
            (int offset, BodyFile file) = _files[i];
            parts[i] = (json[start..offset], file);
            start = offset;
        }

        parts[^1] = (json[start..], null);
        return parts;
    }

    public void Dispose() => Json.Dispose();
}

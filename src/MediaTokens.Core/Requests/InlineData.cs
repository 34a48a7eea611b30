using MediaTokens.Headers.Web;

namespace MediaTokens.Requests;

/// <summary>What a data: link holds, in base64, as a request can pass it on.</summary>
/// <param name="MimeType">The MIME type as the link says it; empty where it says none.</param>
/// <param name="Base64">The data.</param>
internal sealed record InlineData(string MimeType, ReadOnlyMemory<char> Base64)
{
    private const string Marker = ";base64";

    /// <summary>The data of a link; null where it is no data: link, or none in plain base64.</summary>
    public static InlineData? Parse(string uri)
    {
        int comma = DataUri.IsDataUri(uri) ? uri.IndexOf(',', StringComparison.Ordinal) : -1;
        if (comma < 0 || !uri.AsSpan(0, comma).EndsWith(Marker, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string type = uri["data:".Length..(comma - Marker.Length)];
        int parameters = type.IndexOf(';', StringComparison.Ordinal);
        ReadOnlyMemory<char> data = uri.AsMemory(comma + 1);
        return System.Buffers.Text.Base64.IsValid(data.Span) ? new(parameters < 0 ? type : type[..parameters], data) : null;
    }
}

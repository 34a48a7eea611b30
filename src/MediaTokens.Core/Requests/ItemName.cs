using MediaTokens.Headers.Web;

namespace MediaTokens.Requests;

/// <summary>What a link is called where people read of it.</summary>
public static class ItemName
{
    /// <summary>A link without its user, its query and its data: a signed link's query is as good as a key.</summary>
    public static string OfLink(string? link)
    {
        link = link?.Trim();
        if (string.IsNullOrEmpty(link))
        {
            return "";
        }

        if (DataUri.IsDataUri(link))
        {
            int end = link.AsSpan().IndexOfAny(';', ',');
            return end < 0 ? "data:" : DataUri.Shorten(link[..end]);
        }

        // Cut before it is read: to Uri, an address of another scheme than the web's has no query, and what looks like one is its path.
        string bare = link.Split('?', '#')[0];
        return Uri.TryCreate(bare, UriKind.Absolute, out Uri? uri)
            ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : bare;
    }
}

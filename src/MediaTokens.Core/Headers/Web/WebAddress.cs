namespace MediaTokens.Headers.Web;

/// <summary>Addresses of files on the web: http and https alone, and without a user's name or password.</summary>
public static class WebAddress
{
    /// <summary>Reads an address that a user gave.</summary>
    /// <exception cref="MediaException">InvalidUri.</exception>
    public static Uri Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || text.Any(char.IsControl))
        {
            throw WebError.InvalidUri("It is no absolute address.");
        }

        Require(address, "It");
        return address;
    }

    /// <summary>The address to which a server redirects.</summary>
    /// <exception cref="MediaException">InvalidUri; NetworkFailure where none is told.</exception>
    public static Uri Redirect(Uri from, Uri? location)
    {
        if (location is null || !Uri.TryCreate(from, location, out Uri? address))
        {
            throw WebError.NoRedirect();
        }

        Require(address, "The address to which the server redirects");
        return from.Scheme == Uri.UriSchemeHttps && address.Scheme == Uri.UriSchemeHttp
            ? throw WebError.InvalidUri("The server redirects to an address that is not encrypted.")
            : address;
    }

    /// <summary>Whether a text is an address of the web or a data: URI, and no path.</summary>
    public static bool IsAddress(string text) =>
        text.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || DataUri.IsDataUri(text);

    /// <summary>The last segment of the address's path, the host where it has none, and for a data: URI what stands before the data.</summary>
    public static string NameOf(string text)
    {
        if (DataUri.IsDataUri(text))
        {
            int comma = text.IndexOf(',', StringComparison.Ordinal);
            return comma < 0 ? text : text[..comma];
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            return text;
        }

        string segment = address.Segments[^1].TrimEnd('/');
        string name = Uri.UnescapeDataString(segment);
        return segment.Length == 0 ? address.Host : name.Any(char.IsControl) ? segment : name;
    }

    private static void Require(Uri address, string what)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            throw WebError.InvalidUri($"{what} begins with {address.Scheme}:, and only http:, https: and data: can be read.");
        }

        if (address.Host.Length == 0)
        {
            throw WebError.InvalidUri($"{what} names no host.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw WebError.InvalidUri($"{what} holds a user's name or password, which is not sent.");
        }
    }
}

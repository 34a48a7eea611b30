using System.Net;

namespace MediaTokens.Requests.Sending;

/// <summary>Where a request goes.</summary>
internal static class VisionAddress
{
    /// <summary>The address of an interface: the vendor's, or that below another base.</summary>
    /// <param name="request">
    /// The request. Its own address is not taken: a request that was saved and changed would have the key sent anywhere.
    /// </param>
    /// <param name="api">The interface, one of <see cref="VisionApi"/>.</param>
    /// <param name="baseUri">
    /// The address up to where the interface's own path begins, as https://api.openai.com/v1 or
    /// https://generativelanguage.googleapis.com; a query stays behind the path, as Azure's api-version. Null for the vendor's.
    /// </param>
    /// <exception cref="MediaException">BadRequest: the interface is another vendor's.</exception>
    public static Uri Of(VisionRequest request, string api, Uri? baseUri)
    {
        string version = request.ApiVersion ?? "v1beta";
        if (baseUri is not null)
        {
            return new UriBuilder(baseUri) { Path = $"{baseUri.AbsolutePath.TrimEnd('/')}/{VisionApi.Path(api, version, request.Model)}" }.Uri;
        }

        if (request.Vendor == (VisionApi.IsGemini(api) ? "OpenAI" : "Google"))
        {
            throw new MediaException(
                MediaErrorId.BadRequest,
                $"It is a request of {request.Vendor} for an interface that is another vendor's, who would get the key.",
                "Make the request anew.");
        }

        return new(VisionApi.Address(api, version, request.Model));
    }

    /// <summary>Refuses an address to which no key should go.</summary>
    /// <exception cref="MediaException">InvalidUri: no absolute http or https address, or not encrypted and not of the machine itself.</exception>
    public static void Require(Uri address, bool allowInsecure)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw Invalid("The address is no absolute http or https address.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Invalid($"The address of {address.Authority} has a user name or a password in it.");
        }

        if (address.Scheme == Uri.UriSchemeHttp && !allowInsecure && !IsLoopback(address))
        {
            throw new MediaException(
                MediaErrorId.InvalidUri,
                $"The address of {address.Authority} is not encrypted: the key and the files could be read on the way.",
                "Use an https address; -AllowInsecure sends without encryption all the same.");
        }
    }

    /// <summary>Whether an address is of the machine itself: localhost, 127.0.0.0/8 or ::1.</summary>
    public static bool IsLoopback(Uri address) =>
        address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip));

    /// <summary>Whether two addresses are of the same scheme, host and port.</summary>
    public static bool IsSameServer(Uri first, Uri second) =>
        Uri.Compare(first, second, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static MediaException Invalid(string message) =>
        new(MediaErrorId.InvalidUri, message, "Give an address that begins with https:// and ends where the interface's own path begins.");
}

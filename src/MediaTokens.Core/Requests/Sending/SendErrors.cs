using System.Globalization;

namespace MediaTokens.Requests.Sending;

/// <summary>The failures of sending.</summary>
internal static class SendErrors
{
    /// <summary>The failure that is already told, as of a file that the body is read from; null where there is none.</summary>
    public static MediaException? OwnOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is MediaException own)
            {
                return own;
            }
        }

        return null;
    }

    public static MediaException Timeout(Uri address, TimeSpan timeout) => new(
        MediaErrorId.Timeout,
        string.Create(CultureInfo.InvariantCulture, $"{address.Authority} did not answer within {timeout.TotalSeconds:0.###} s."),
        "Allow more time, or send less at once.");

    public static MediaException Network(OutgoingRequest request, Exception exception)
    {
        bool isGarbled = exception is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded };
        return new(
            isGarbled ? MediaErrorId.BadResponse : MediaErrorId.NetworkFailure,
            $"The connection to {request.Address.Authority} failed: {request.Mask.Quote(exception.GetBaseException().Message)}",
            exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                ? "Check the address, the server's certificate, and the clock of this machine."
                : "Check the address, the network and the proxy.",
            request.Mask.IsIn(exception.ToString()) ? null : exception);
    }

    public static MediaException ManyRedirects(Uri address, int most) => new(
        MediaErrorId.BadResponse,
        string.Create(CultureInfo.InvariantCulture, $"{address.Authority} redirects more than {most} times."),
        "Check the address.");

    public static MediaException LostRedirect(Uri address) => new(
        MediaErrorId.BadResponse, $"{address.Authority} redirects, and does not say where to.", "Check the address.");

    public static MediaException ForeignRedirect(Uri address, Uri next) => new(
        MediaErrorId.BadResponse,
        $"{Server(address)} redirects to {Server(next)}, and the key is not taken to another server.",
        "Give that address itself with -BaseUri if it is the one you mean.");

    /// <summary>A failure, with the attempts that were made before.</summary>
    public static MediaException After(MediaException failure, int attempts) => attempts == 1 ? failure : new(
        failure.Id,
        string.Create(CultureInfo.InvariantCulture, $"{failure.Message} It was tried {attempts} times."),
        failure.RecommendedAction,
        failure.InnerException);

    private static string Server(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}

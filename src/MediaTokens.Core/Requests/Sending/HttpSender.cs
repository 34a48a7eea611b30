using System.Collections;
using System.Net;
using System.Net.Http.Headers;

namespace MediaTokens.Requests.Sending;

/// <summary>Makes one attempt at a time: sends, follows redirects on the same server, reads the answer. All within the timeout.</summary>
internal sealed class HttpSender(TimeSpan timeout, TimeProvider time) : IDisposable
{
    private const int MaximumRedirects = 3;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        // A redirect that is followed blindly takes the key along.
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(30),

        // Without it, a host that moves is not found again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        Proxy = new DirectLoopback(HttpClient.DefaultProxy),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Makes one attempt.</summary>
    /// <exception cref="MediaException">Timeout, NetworkFailure, BadResponse where it is no HTTP or a redirect that is not followed, or what the content fails with.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task<HttpAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource elapsed = new(timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(elapsed.Token, cancellationToken);
        try
        {
            using HttpResponseMessage response = await FollowAsync(request, either.Token).ConfigureAwait(false);
            int most = response.IsSuccessStatusCode ? AnswerBody.MaximumLength : AnswerBody.MaximumErrorLength;
            AnswerBody body = await AnswerBody.ReadAsync(response.Content, most, either.Token).ConfigureAwait(false);
            return new((int)response.StatusCode, body, IdOf(response.Headers), RetryDemand.Of(response.Headers, time.GetUtcNow()));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or MediaException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw SendErrors.OwnOf(exception) ?? (elapsed.IsCancellationRequested
                ? SendErrors.Timeout(request.Address, timeout)
                : SendErrors.Network(request, exception));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        Uri address = request.Address;
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage message = Compose(request, address);
            HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode))
            {
                return response;
            }

            using (response)
            {
                address = redirects < MaximumRedirects ? Next(address, response.Headers.Location) : throw SendErrors.ManyRedirects(address, MaximumRedirects);
            }
        }
    }

    private static HttpRequestMessage Compose(OutgoingRequest request, Uri address)
    {
        HttpRequestMessage message = new(HttpMethod.Post, address) { Content = request.CreateContent() };
        foreach (DictionaryEntry header in RequestHeaders.For(request.Vendor, address, request.ApiKey))
        {
            // Validation would quote the value.
            message.Headers.TryAddWithoutValidation((string)header.Key, (string?)header.Value);
        }

        message.Headers.Accept.Add(new("application/json"));
        message.Headers.UserAgent.Add(new("MediaTokens", typeof(HttpSender).Assembly.GetName().Version?.ToString(3)));
        return message;
    }

    // 303 asks for a GET, which none of the interfaces has.
    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static Uri Next(Uri address, Uri? location)
    {
        // What a server sends as a relative address, as "//", need not be one.
        if (location is null || !Uri.TryCreate(address, location, out Uri? next))
        {
            throw SendErrors.LostRedirect(address);
        }

        return VisionAddress.IsSameServer(address, next) ? next : throw SendErrors.ForeignRedirect(address, next);
    }

    private static string? IdOf(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-request-id", out IEnumerable<string>? values) ? values.First() : null;
}

using System.Net;
using System.Net.Http.Headers;

namespace MediaTokens.Headers.Web;

/// <summary>The requests for one file: its address after all redirects, and the time that is left.</summary>
/// <remarks>Headers are parsed by readers that do not wait, so neither do these methods give a task back.</remarks>
internal sealed class WebSession : IDisposable
{
    public const int MaximumRedirects = 5;

    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _deadline;
    private Uri _address;

    public WebSession(HttpClient client, Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        (_client, _address, _timeout, _stop) = (client, address, timeout, cancellationToken);
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _deadline.CancelAfter(timeout);
    }

    /// <summary>Asks for a part of the file.</summary>
    /// <param name="range">The part; null for the whole.</param>
    /// <param name="condition">Which file it must still be; null where that is not known.</param>
    /// <returns>200, 206 or 416, whose body is not read yet.</returns>
    public HttpResponseMessage Get(RangeHeaderValue? range, RangeConditionHeaderValue? condition)
    {
        HttpResponseMessage response = Run(token => GetAsync(range, condition, token));
        MediaException? refusal =
            response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
                ? WebError.OfStatus(response.StatusCode)
            : response.Content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
                ? WebError.Encoded()
            : null;
        if (refusal is not null)
        {
            response.Dispose();
            throw refusal;
        }

        return response;
    }

    /// <summary>Fills a buffer from the body of an answer.</summary>
    /// <returns>How many bytes were read; fewer than asked for only at the end.</returns>
    public int Read(HttpResponseMessage response, Memory<byte> buffer) => Run(async token =>
    {
        Stream body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        return await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, token).ConfigureAwait(false);
    });

    public void Dispose() => _deadline.Dispose();

    private async Task<HttpResponseMessage> GetAsync(RangeHeaderValue? range, RangeConditionHeaderValue? condition, CancellationToken token)
    {
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, _address);
            (request.Headers.Range, request.Headers.IfRange) = (range, condition);
            HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode))
            {
                return response;
            }

            using (response)
            {
                _address = redirects < MaximumRedirects
                    ? WebAddress.Redirect(_address, response.Headers.Location)
                    : throw WebError.TooManyRedirects();
            }
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private T Run<T>(Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return work(_deadline.Token).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (Find(exception) is { } failure)
        {
            throw failure;
        }
    }

    // A connection that is closed because the time is up reports that in more than one way.
    private Exception? Find(Exception exception) =>
        _stop.IsCancellationRequested ? new OperationCanceledException(_stop)
        : _deadline.IsCancellationRequested ? WebError.Timeout(_timeout, exception)
        : WebError.Find(exception);
}

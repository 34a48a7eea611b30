namespace MediaTokens.Requests.Sending;

/// <summary>Sends requests, and sends them again where that may help. Any number of threads may use one client at once.</summary>
public sealed class VisionClient : IDisposable
{
    private readonly VisionClientOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryPolicy _retries;
    private readonly HttpSender _sender;

    /// <summary>Opens no connection yet.</summary>
    /// <exception cref="MediaException">InvalidUri: the base address is none, or not encrypted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is not above 0 or above 24 days, or the retry count is below 0.</exception>
    public VisionClient(VisionClientOptions options)
        : this(options, TimeProvider.System, Random.Shared.NextDouble)
    {
    }

    /// <summary>As <see cref="VisionClient(VisionClientOptions)"/>, with a clock and a source of numbers from 0 to below 1.</summary>
    internal VisionClient(VisionClientOptions options, TimeProvider time, Func<double> random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Timeout.TotalMilliseconds, int.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumRetryCount);
        if (options.BaseUri is Uri address)
        {
            VisionAddress.Require(address, options.AllowInsecure);
        }

        (_options, _time) = (options, time);
        (_retries, _sender) = (new(options.MaximumRetryCount, random), new(options.Timeout, time));
    }

    /// <summary>Sends a request and reads the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="apiKey">The vendor's key; it is in the header and nowhere else.</param>
    /// <param name="cancellationToken">Ends the attempt, and the waiting between attempts.</param>
    /// <exception cref="MediaException">
    /// ApiKeyMissing, SettingNotSupported, Unauthorized, RateLimited, BadRequest, ServerError, Timeout, BadResponse,
    /// NetworkFailure, or what reading a file fails with.
    /// </exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public Task<VisionResponse> SendAsync(VisionRequest request, string apiKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Lazy<RequestBody> body = new(() => RequestBody.Create(request with { Api = ApiFor(request) }));
        return SendAsync(request, () => new RequestContent(body.Value), apiKey, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _sender.Dispose();

    /// <summary>As <see cref="SendAsync(VisionRequest, string, CancellationToken)"/>, with a body from elsewhere, which is made anew for each attempt.</summary>
    internal async Task<VisionResponse> SendAsync(VisionRequest request, Func<HttpContent> createContent, string apiKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(apiKey);
        string api = ApiFor(request);
        Uri address = VisionAddress.Of(request, api, _options.BaseUri);
        OutgoingRequest outgoing = new(address, request.Vendor, apiKey.Trim(), createContent);
        long start = _time.GetTimestamp();
        for (int attempts = 1; ; attempts++)
        {
            Attempt attempt = await TryAsync(outgoing, api, cancellationToken).ConfigureAwait(false);
            if (attempt.Response is VisionResponse response)
            {
                return outgoing.Mask.Hide(response.To(request) with { Attempts = attempts, Duration = _time.GetElapsedTime(start) });
            }

            if (!attempt.MayMend || !_retries.Allows(attempts, attempt.Demand))
            {
                throw SendErrors.After(attempt.Failure!, attempts);
            }

            await Task.Delay(_retries.WaitAfter(attempts, attempt.Demand), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Attempt> TryAsync(OutgoingRequest request, string api, CancellationToken cancellationToken)
    {
        try
        {
            return Attempt.Of(request, await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false), api);
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.NetworkFailure)
        {
            return new(null, exception, MayMend: true);
        }
    }

    private string ApiFor(VisionRequest request)
    {
        if (!_options.CountOnly)
        {
            return request.Api;
        }

        return VisionApi.IsGemini(request.Api) ? VisionApi.CountTokens : throw new MediaException(
            MediaErrorId.SettingNotSupported,
            $"{request.Vendor} has no interface that counts tokens alone.",
            "Leave -CountOnly out, or count offline with Get-MediaTokenCost.");
    }
}

/// <summary>How requests are sent.</summary>
public sealed record VisionClientOptions
{
    /// <summary>
    /// The address in place of the vendor's, up to where the interface's own path begins; null for the vendor's. A query, as
    /// Azure's api-version, stays behind the path.
    /// </summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The longest that one attempt may take, up to the end of its answer; above 0, at most 24 days. What takes longer is not tried again.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How often a request is sent again, at most; 0 or more.</summary>
    public int MaximumRetryCount { get; init; } = 3;

    /// <summary>Whether an address that is not encrypted may be used elsewhere than on the machine itself.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>Whether to ask Gemini's countTokens instead.</summary>
    public bool CountOnly { get; init; }
}

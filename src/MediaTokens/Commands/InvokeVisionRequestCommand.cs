using System.Management.Automation;
using System.Security;
using MediaTokens.Errors;
using MediaTokens.Requests;
using MediaTokens.Requests.Sending;

namespace MediaTokens.Commands;

/// <summary>Sends requests to vision models, and gets the answers with the tokens that were billed.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "VisionRequest")]
[OutputType(typeof(VisionResponse))]
public sealed class InvokeVisionRequestCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    // In the order of the requests.
    private readonly Queue<(VisionRequest Request, Task<VisionResponse> Answer)> _pending = new();
    private VisionClient? _client;

    /// <summary>The requests to send.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Request]
    public VisionRequest InputObject { get; set; } = new();

    /// <summary>The vendor's key; without it, the one in OPENAI_API_KEY or GEMINI_API_KEY.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? ApiKey { get; set; }

    /// <summary>The address in place of the vendor's, up to where the interface's own path begins.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The longest that one attempt may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>How often a request is sent again, at most.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 3;

    /// <summary>How many requests are under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Asks Gemini's countTokens instead.</summary>
    [Parameter]
    public SwitchParameter CountOnly { get; set; }

    /// <summary>Sends to an address that is not encrypted.</summary>
    [Parameter]
    public SwitchParameter AllowInsecure { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A pipeline may end early without being stopped, as Select-Object -First ends it.
        _stop.Cancel();
        foreach ((_, Task<VisionResponse> answer) in _pending)
        {
            // Nobody waits for these any more, and a failure that nobody looks at is reported as one of the whole process.
            answer.ContinueWith(task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        _client?.Dispose();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _client = new(new()
            {
                BaseUri = BaseUri,
                Timeout = TimeSpan.FromSeconds(TimeoutSec),
                MaximumRetryCount = MaximumRetryCount,
                AllowInsecure = AllowInsecure,
                CountOnly = CountOnly,
            });
        }
        catch (MediaException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, ItemName.OfLink(BaseUri?.OriginalString)));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        VisionRequest request = InputObject;
        _pending.Enqueue((request, Send(request)));
        while (_pending.Count >= ThrottleLimit || (_pending.Count > 0 && _pending.Peek().Answer.IsCompleted))
        {
            WriteNext();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_pending.Count > 0)
        {
            WriteNext();
        }
    }

    // A failure before the first wait is that of the request, too.
    private async Task<VisionResponse> Send(VisionRequest request) =>
        await _client!.SendAsync(request, Commands.ApiKey.Get(ApiKey, request.Vendor), _stop.Token).ConfigureAwait(false);

    private void WriteNext()
    {
        (VisionRequest request, Task<VisionResponse> answer) = _pending.Dequeue();
        try
        {
            WriteObject(answer.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (MediaException exception)
        {
            WriteError(ErrorRecords.Create(exception, request));
        }
    }
}

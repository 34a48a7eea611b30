using System.Threading.Channels;
using MediaTokens.Requests.Sending;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Sending;

/// <summary>
/// Sends requests, some at the same time, and writes the answers in the order of the requests, each as soon as those before it
/// are written. An input that must be waited for holds back no answer.
/// </summary>
internal sealed class SendLoop(VisionClient client, string key, int throttleLimit, ResponseOutput output, ErrorOutput errors, CancellationToken cancellationToken)
{
    // Answers that wait for a slow one before them.
    private const int MostPending = 1000;

    private readonly Channel<(VisionRequest Request, Task<VisionResponse> Answer)> _pending =
        Channel.CreateBounded<(VisionRequest Request, Task<VisionResponse> Answer)>(MostPending);

    /// <summary>Sends all requests.</summary>
    /// <returns>The number of requests that failed.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public long Run(IEnumerable<VisionRequest> requests)
    {
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = StartAllAsync(requests), null);
        return WriteAllAsync().GetAwaiter().GetResult();
    }

    private async Task StartAllAsync(IEnumerable<VisionRequest> requests)
    {
        // Not disposed of: where the user stops it, requests may still be ending.
        SemaphoreSlim slots = new(throttleLimit);
        try
        {
            foreach (VisionRequest request in requests)
            {
                await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
                await _pending.Writer.WriteAsync((request, SendAsync(request, slots)), cancellationToken).ConfigureAwait(false);
            }

            _pending.Writer.Complete();
        }
        catch (Exception exception)
        {
            // Whoever writes the answers ends with it.
            _pending.Writer.Complete(exception);
        }
    }

    private async Task<VisionResponse> SendAsync(VisionRequest request, SemaphoreSlim slots)
    {
        try
        {
            return await client.SendAsync(request, key, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<long> WriteAllAsync()
    {
        long failures = 0;
        await foreach ((VisionRequest request, Task<VisionResponse> answer) in _pending.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                Write(await answer.WaitAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (MediaException exception)
            {
                failures++;
                errors.Write(RequestName.Of(request), exception);
            }
        }

        return failures;
    }

    private void Write(VisionResponse response)
    {
        if (response.Note is string note)
        {
            errors.Warn(RequestName.Of(response), note);
        }

        output.Write(response);
    }
}

using MediaTokens.Tool.Output;
using MediaTokens.Tool.Sending;

namespace MediaTokens.Tool.CommandLine;

/// <summary>One run of <c>request</c>, from the catalog to the exit code.</summary>
/// <param name="asked">What the requests are to hold.</param>
/// <param name="path">The file that they go to; null for standard output.</param>
/// <param name="overwrite">Whether a file that is there is replaced.</param>
/// <param name="errors">Gets failures and warnings.</param>
internal sealed class RequestRun(BodyRequest asked, string? path, bool overwrite, ErrorOutput errors)
{
    private bool _hasFailed;

    public int Run()
    {
        if (RequestMaker.Create(asked, errors) is not RequestMaker maker)
        {
            return ExitCode.Usage;
        }

        using Interruption interruption = new();
        if (path is null)
        {
            Write(maker, StandardOutput.Open(), interruption.Token);
        }
        else
        {
            WriteFile(maker, path, interruption.Token);
        }

        return _hasFailed || maker.Failures > 0 ? ExitCode.Failure : ExitCode.Success;
    }

    private void WriteFile(RequestMaker maker, string file, CancellationToken cancellationToken)
    {
        try
        {
            using OutputFile output = new(file, overwrite);
            if (Write(maker, output.Stream, cancellationToken) > 0)
            {
                output.Complete();
            }
        }
        catch (MediaException exception)
        {
            Fail(file, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Fail(file, new(
                MediaErrorId.DestinationUnwritable,
                $"The file cannot be written: {exception.Message}",
                "Check that the disk is neither full nor read-only, and your rights to the folder.",
                exception));
        }
    }

    private long Write(RequestMaker maker, Stream output, CancellationToken cancellationToken)
    {
        BodyWriter writer = new(output, cancellationToken);
        foreach (VisionRequest request in maker.Make(cancellationToken))
        {
            try
            {
                writer.Write(request);
            }
            catch (MediaException exception)
            {
                Fail(RequestName.Of(request), exception);
            }
        }

        return writer.Count;
    }

    private void Fail(string subject, MediaException exception)
    {
        _hasFailed = true;
        errors.Write(subject, exception);
    }
}

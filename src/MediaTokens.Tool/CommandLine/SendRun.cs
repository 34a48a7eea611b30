using MediaTokens.Requests;
using MediaTokens.Requests.Sending;
using MediaTokens.Tool.Output;
using MediaTokens.Tool.Sending;

namespace MediaTokens.Tool.CommandLine;

/// <summary>One run of <c>send</c>, from the catalog to the exit code.</summary>
internal sealed class SendRun(SendRequest request, ErrorOutput errors)
{
    public int Run()
    {
        if (RequestMaker.Create(request.Body, errors) is not RequestMaker maker || CreateClient() is not VisionClient created)
        {
            return ExitCode.Usage;
        }

        using VisionClient client = created;
        try
        {
            return Run(maker, client, VendorKey.Of(maker.Vendor));
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.ApiKeyMissing)
        {
            errors.Write(request.Body.Model.Name, exception);
            return ExitCode.Failure;
        }
    }

    private int Run(RequestMaker maker, VisionClient client, string key)
    {
        using Interruption interruption = new();
        SendLoop loop = new(client, key, request.ThrottleLimit, CreateOutput(), errors, interruption.Token);
        long failures = loop.Run(maker.Make(interruption.Token));
        return failures + maker.Failures == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private VisionClient? CreateClient()
    {
        try
        {
            return new(request.Client);
        }
        catch (MediaException exception)
        {
            errors.Write(ItemName.OfLink(request.Client.BaseUri?.OriginalString), exception);
            return null;
        }
    }

    private ResponseOutput CreateOutput()
    {
        Stream output = StandardOutput.Open();
        return request.Shape == OutputShape.Table ? new ResponseText(output) : new ResponseLines(output, request.Shape);
    }
}

using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Requests;
using MediaTokens.Tool.CommandLine;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Sending;

/// <summary>Makes requests of inputs, each as soon as it is known, and tells what cannot be in one.</summary>
internal sealed class RequestMaker
{
    private readonly BodyRequest _asked;
    private readonly SelectedModel _model;
    private readonly VisionRequestBuilder _builder;
    private readonly ErrorOutput _errors;

    // What concerns all requests is told once.
    private readonly HashSet<string> _told = [];

    private RequestMaker(BodyRequest asked, SelectedModel model, ErrorOutput errors) =>
        (_asked, _model, _builder, _errors) = (asked, model, new(model, asked.Options), errors);

    /// <summary>Who runs the model.</summary>
    public string Vendor => _model.Row.Family.Vendor;

    /// <summary>The number of inputs that failed.</summary>
    public long Failures { get; private set; }

    /// <summary>Finds the model; null where it, the catalog or the options make no sense, which is then told.</summary>
    public static RequestMaker? Create(BodyRequest asked, ErrorOutput errors)
    {
        if (!Catalogs.TryLoad(new(asked.CatalogPath), errors, out ModelCatalog catalog))
        {
            return null;
        }

        try
        {
            return new(asked, asked.Model.Resolve(catalog), errors);
        }
        catch (MediaException exception)
        {
            errors.Write(asked.Model.Name, exception);
            return null;
        }
    }

    /// <summary>The requests: one of each input, or one of all.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public IEnumerable<VisionRequest> Make(CancellationToken cancellationToken)
    {
        InputReader reader = new(_asked.Recurse, Console.OpenStandardInput, cancellationToken, BodyOptions.IsLink);

        // On a thread of its own, so that Ctrl+C ends the wait for standard input.
        using InputQueue inputs = new(reader.Read(_asked.Inputs), _ => 0, cancellationToken);
        List<BuiltItem> items = [];
        bool isEmpty = true;
        while (inputs.TryTake(Timeout.Infinite, out MediaInput? input) || !inputs.IsComplete)
        {
            if (input is null || TryBuild(input, cancellationToken) is not BuiltItem item)
            {
                continue;
            }

            isEmpty = false;
            items.Add(item);
            if (_asked.PerItem && Build(items) is VisionRequest single)
            {
                items.Clear();
                yield return single;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if ((isEmpty ? Failures == 0 : items.Count > 0) && Build(items) is VisionRequest request)
        {
            yield return request;
        }
    }

    private BuiltItem? TryBuild(MediaInput input, CancellationToken cancellationToken)
    {
        try
        {
            BuiltItem item = input switch
            {
                LinkInput link => _builder.FromLink(link.Link, _asked.Detail, _asked.PartMediaResolution),
                FileInput file => FromFile(file.Path, cancellationToken),
                WalkedInput walked => FromFile(walked.Path, cancellationToken),
                _ => throw ((FailedInput)input).Exception,
            };
            foreach (string warning in item.Warnings)
            {
                _errors.Warn(input.Shown, warning);
            }

            return item;
        }
        catch (MediaException exception)
        {
            if (!input.IsLeftOut(exception, imagesOnly: false))
            {
                Failures++;
                _errors.Write(input.Shown, exception);
            }

            return null;
        }
    }

    private BuiltItem FromFile(string path, CancellationToken cancellationToken) =>
        _builder.FromFile(path, _asked.Detail, _asked.PartMediaResolution, cancellationToken);

    private VisionRequest? Build(List<BuiltItem> items)
    {
        try
        {
            VisionRequest request = _builder.Build(items);
            Warn(request, items);
            return request;
        }
        catch (MediaException exception)
        {
            Failures++;
            _errors.Write(_asked.Model.Name, exception);
            return null;
        }
    }

    private void Warn(VisionRequest request, List<BuiltItem> items)
    {
        // Those of the items are told already, with the paths as the user gave them.
        HashSet<string> known = [.. items.SelectMany(item => item.Warnings.Select(warning => $"{item.Item.Name}: {warning}"))];
        foreach (string warning in request.Warnings.Where(warning => !known.Contains(warning) && _told.Add(warning)))
        {
            _errors.Warn(_asked.Model.Name, warning);
        }

        if (!_asked.PerItem && Failures > 0)
        {
            _errors.Warn(_asked.Model.Name, $"{Totals.Count(Failures, "input")} left out of the request.");
        }
    }
}

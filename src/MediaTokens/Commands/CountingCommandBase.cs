using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>A cmdlet that counts files, files on the web, and sizes alone.</summary>
public abstract class CountingCommandBase : PriceCommandBase
{
    /// <summary>The parameter set of a size alone.</summary>
    protected const string SizeSet = "Size";

    private WebReader? _web;

    /// <summary>The width of an image that is not at hand, in pixels.</summary>
    // In the set of files too, where it does nothing: an object may carry both, and then the file decides.
    [Parameter(ParameterSetName = SizeSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Pixels]
    public long Width { get; set; }

    /// <summary>The height of an image that is not at hand, in pixels.</summary>
    // In the set of files too, where it does nothing: an object may carry both, and then the file decides.
    [Parameter(ParameterSetName = SizeSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Pixels]
    public long Height { get; set; }

    /// <summary>Addresses of files on the web, which are not downloaded.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Uri { get; set; } = [];

    /// <summary>Reads from the machine itself and from private networks, too.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter AllowPrivateNetwork { get; set; }

    /// <summary>The longest that a file on the web may take, in seconds.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 30;

    // An object that was exported and read back has its path as an empty text where it had none.
    private bool IsSizeOnly => ParameterSetName == SizeSet
        || (ParameterSetName == LiteralPathSet && Width != 0 && Height != 0 && LiteralPath.All(string.IsNullOrEmpty));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == UriSet)
        {
            Array.ForEach(Uri, ProcessUri);
            return;
        }

        if (!IsSizeOnly)
        {
            ProcessPaths();
            return;
        }

        try
        {
            Count(MediaItem.FromSize(Width, Height), ErrorRecords.Create, $"{Width}x{Height}");
        }
        catch (MediaException exception)
        {
            WriteError(ErrorRecords.Create(exception, $"{Width}x{Height}"));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessFile(string path)
    {
        try
        {
            Count(MediaItem.FromFile(path, Plans(), Pdf, StopToken), ErrorRecords.ForFile, path);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _web?.Dispose();
        }
    }

    /// <summary>What is to count the current record.</summary>
    protected abstract IReadOnlyList<CostPlan> Plans();

    /// <summary>Gets each item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="toRecord">Makes the error record of a failure with it.</param>
    /// <param name="target">What a failure concerns.</param>
    protected abstract void Count(MediaItem item, Func<MediaException, string, ErrorRecord> toRecord, string target);

    private void ProcessUri(string uri)
    {
        try
        {
            _web ??= new(new() { AllowPrivateNetwork = AllowPrivateNetwork, Timeout = TimeSpan.FromSeconds(TimeoutSec) });
            Count(MediaItem.FromUri(uri, Plans(), Pdf, _web, StopToken), ErrorRecords.ForLink, uri);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (MediaException exception)
        {
            WriteError(ErrorRecords.ForLink(exception, uri));
        }
    }
}

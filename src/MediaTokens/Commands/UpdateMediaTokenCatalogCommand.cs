using System.Management.Automation;
using MediaTokens.Catalog.Updating;
using MediaTokens.Errors;
using MediaTokens.Headers.Web;

namespace MediaTokens.Commands;

/// <summary>Takes newer rows and prices into the user's own catalog, and tells what changes.</summary>
[Cmdlet(VerbsData.Update, "MediaTokenCatalog", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(MediaTokenCatalogChange))]
public sealed class UpdateMediaTokenCatalogCommand : PSCmdlet, IDisposable
{
    private const string PathSet = "Path";
    private const string UriSet = "Uri";

    private readonly CancellationTokenSource _stop = new();

    /// <summary>The file with the newer rows; the path is taken as it is.</summary>
    [Parameter(ParameterSetName = PathSet, Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("LiteralPath", "PSPath", "FullName", "LP")]
    public string Path { get; set; } = "";

    /// <summary>The https address of the file with the newer rows.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Uri { get; set; } = "";

    /// <summary>Downloads from the machine itself and from private networks, too.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter AllowPrivateNetwork { get; set; }

    /// <summary>The longest that the download may take, in seconds.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>Takes a catalog that is older than the present one.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string source = ParameterSetName == UriSet ? Uri : Path;
        try
        {
            Write(Read(source), source);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (MediaException exception)
        {
            WriteError(ParameterSetName == UriSet ? ErrorRecords.ForLink(exception, source) : ErrorRecords.Create(exception, source));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    private CatalogUpdate Read(string source)
    {
        CatalogUpdateOptions options = new() { Force = Force };
        Action<MediaException> onBadRow = exception => WriteError(ErrorRecords.Create(exception, source));
        if (ParameterSetName == UriSet)
        {
            WebOptions web = new() { AllowPrivateNetwork = AllowPrivateNetwork, Timeout = TimeSpan.FromSeconds(TimeoutSec) };
            return CatalogUpdate.Read(CatalogDownload.Read(source, web, _stop.Token), source, options, onBadRow);
        }

        return CatalogUpdate.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(source), options, onBadRow);
    }

    private void Write(CatalogUpdate update, string source)
    {
        WriteVerbose($"{source}: {update.Changes.Count} changes; {update.PassedOver} entries are of no model of the catalog.");
        foreach (MediaTokenCatalogChange change in update.Changes)
        {
            WriteObject(change);
        }

        if (update.Changes.Count > 0 && ShouldProcess(update.Target, $"Write {update.Changes.Count} changes"))
        {
            update.Write();
        }
    }
}

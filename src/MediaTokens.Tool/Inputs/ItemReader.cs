using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Tool.Inputs;

/// <summary>Reads what is to be counted. Any number of threads may use one reader at once.</summary>
/// <param name="plans">What is to count the files.</param>
/// <param name="pdf">Which pages of documents are to be read, and whether what is on them matters.</param>
/// <param name="options">How files on the web are read.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class ItemReader(IReadOnlyList<CostPlan> plans, PdfSettings pdf, WebOptions options, CancellationToken cancellationToken)
{
    // Most runs read nothing from the web.
    private readonly Lazy<WebReader> _web = new(() => new(options));

    /// <summary>Reads a file at an absolute path.</summary>
    /// <exception cref="MediaException">It cannot be read, or tells no size.</exception>
    public MediaItem ReadFile(string path) => MediaItem.FromFile(path, plans, pdf, cancellationToken);

    /// <summary>Reads a file on the web.</summary>
    /// <exception cref="MediaException">It cannot be read, or tells no size.</exception>
    public MediaItem ReadLink(string link) => MediaItem.FromUri(link, plans, pdf, _web.Value, cancellationToken);
}

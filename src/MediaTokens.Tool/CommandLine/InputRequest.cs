using MediaTokens.Headers.Web;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.CommandLine;

/// <summary>What a run is to read, and how.</summary>
/// <param name="Given">Paths, addresses and sizes, in the order given.</param>
/// <param name="Recurse">Whether the folders below a folder are walked too.</param>
/// <param name="Web">How files on the web are read.</param>
internal sealed record InputRequest(IReadOnlyList<GivenInput> Given, bool Recurse, WebOptions Web)
{
    /// <summary>Whether one folder is all there is, which then goes without saying.</summary>
    public bool IsSingleFolder => Given is [{ Path: { } path }] && Directory.Exists(path);
}

using MediaTokens.Catalog;
using MediaTokens.Planning;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The one model that a run is for.</summary>
/// <param name="Name">Its name, or that of a deployment where there is a <paramref name="BaseModel"/>.</param>
/// <param name="BaseModel">The model that the deployment runs; null where the name is that of a model.</param>
internal sealed record ModelChoice(string Name, string? BaseModel)
{
    /// <exception cref="MediaException">UnknownModel, NotYetPublished.</exception>
    public SelectedModel Resolve(ModelCatalog catalog) => SelectedModel.Resolve(catalog, Name, BaseModel);
}

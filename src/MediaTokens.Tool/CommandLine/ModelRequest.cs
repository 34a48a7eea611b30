using MediaTokens.Catalog;
using MediaTokens.Planning;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The models that a run is for.</summary>
/// <param name="Names">Names and patterns of models, in the order given; of deployments where there is a <paramref name="BaseModel"/>.</param>
/// <param name="BaseModel">The model that the deployments run; null where the names are those of models.</param>
internal sealed record ModelRequest(IReadOnlyList<string> Names, string? BaseModel)
{
    /// <summary>The models by these names.</summary>
    public IReadOnlyList<SelectedModel> Select(ModelCatalog catalog, Action<string, MediaException> onError) =>
        ModelSelector.Select(catalog, Names, ModelNames.ToPattern, onError, BaseModel);
}

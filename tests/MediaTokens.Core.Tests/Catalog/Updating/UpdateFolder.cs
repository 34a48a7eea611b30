using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using MediaTokens.Core.Tests.Imaging;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>A folder with an updated catalog, or with none yet.</summary>
internal sealed class UpdateFolder : IDisposable
{
    private readonly Scratch _folder = new();

    /// <summary>The updated catalog, in a folder that is not there yet.</summary>
    public string Target => _folder.At("home/catalog.json");

    public string Previous => _folder.At("home/catalog.previous.json");

    public Scratch Scratch => _folder;

    public CatalogUpdate Read(string json, bool force = false, List<MediaException>? bad = null, DateOnly? today = null) => CatalogUpdate.Read(
        Updates.Bytes(json),
        "newer.json",
        new() { Target = Target, Today = today ?? Updates.Today, Force = force },
        bad is null ? exception => throw exception : bad.Add);

    /// <summary>Updates, and gives the changes in lines.</summary>
    public string[] Update(string json, bool force = false, List<MediaException>? bad = null, DateOnly? today = null)
    {
        CatalogUpdate update = Read(json, force, bad, today);
        update.Write();
        return [.. update.Changes.Select(Updates.Line)];
    }

    /// <summary>The catalog as every command reads it.</summary>
    public ModelCatalog Load(DateOnly? asOf = null) => ModelCatalog.Load(Target, asOf ?? Updates.Today);

    public string Price(string model, ModelPlatform platform = ModelPlatform.Vendor, DateOnly? asOf = null) =>
        Load(asOf).Resolve(model).PriceOn(platform) is ModelPrice price ? Updates.Line(price) : "none";

    public void Dispose() => _folder.Dispose();
}

using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The environment variable that names a catalog; set for one test at a time.</summary>
[Collection(nameof(CatalogEnvironment))]
public sealed class CatalogEnvironmentTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable(ModelCatalog.EnvironmentVariable);
    private readonly string? _folderBefore = Environment.GetEnvironmentVariable(UpdatedCatalog.FolderVariable);
    private readonly CatalogFile _file = new(CatalogFile.Sample);

    [Fact]
    public void The_variable_is_MEDIATOKENS_CATALOG() => Assert.Equal("MEDIATOKENS_CATALOG", ModelCatalog.EnvironmentVariable);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_the_variable_the_shipped_catalog_is_used(string? value)
    {
        Environment.SetEnvironmentVariable(ModelCatalog.EnvironmentVariable, value);
        Assert.Same(ModelCatalog.Default, ModelCatalog.Load(null));
    }

    [Fact]
    public void The_variable_names_a_file()
    {
        Environment.SetEnvironmentVariable(ModelCatalog.EnvironmentVariable, _file.Path);
        Assert.Equal("my-tile-model", ModelCatalog.Load(null).Resolve("mine").Id);
    }

    [Fact]
    public void A_path_wins_over_the_variable()
    {
        using CatalogFile other = new("""{ "schemaVersion": 1, "date": "2026-11", "models": [ { "id": "yours", "family": "gemini-3" } ] }""");
        Environment.SetEnvironmentVariable(ModelCatalog.EnvironmentVariable, _file.Path);
        ModelCatalog catalog = ModelCatalog.Load(other.Path);
        Assert.Equal("yours", catalog.Resolve("yours").Id);
        Assert.Throws<MediaException>(() => catalog.Resolve("mine"));
    }

    [Fact]
    public void A_variable_that_names_no_file_is_an_invalid_catalog()
    {
        Environment.SetEnvironmentVariable(ModelCatalog.EnvironmentVariable, _file.Path + ".missing");
        Assert.Equal(MediaErrorId.InvalidCatalog, Assert.Throws<MediaException>(() => ModelCatalog.Load(null)).Id);
    }

    [Fact]
    public void A_damaged_updated_catalog_tells_how_to_get_rid_of_it()
    {
        string folder = Directory.CreateTempSubdirectory("mediatokens-home-").FullName;
        Environment.SetEnvironmentVariable(UpdatedCatalog.FolderVariable, folder);
        File.WriteAllText(UpdatedCatalog.Path, "{ damaged");
        try
        {
            MediaException exception = Assert.Throws<MediaException>(() => ModelCatalog.Load(null));
            Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
            Assert.Contains(UpdatedCatalog.Path, exception.Message, StringComparison.Ordinal);
            Assert.Contains("Update-MediaTokenCatalog", exception.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("2025-01-01", false)] // before what ships
    [InlineData("2099-01-01", true)]
    public void An_updated_catalog_counts_only_where_it_is_not_older_than_what_ships(string date, bool counts)
    {
        string folder = Directory.CreateTempSubdirectory("mediatokens-home-").FullName;
        Environment.SetEnvironmentVariable(UpdatedCatalog.FolderVariable, folder);
        File.WriteAllText(
            UpdatedCatalog.Path,
            $$"""{ "schemaVersion": 2, "date": "{{date}}", "models": [ { "id": "gpt-5.4", "family": "openai-tile-85-170", "from": "2025-01-01" } ] }""");
        try
        {
            Assert.Equal(counts ? "openai-tile-85-170" : "openai-patch-gpt-5.4", ModelCatalog.Load(null).Resolve("gpt-5.4").Family.Name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(UpdatedCatalog.FolderVariable, _folderBefore);
        Environment.SetEnvironmentVariable(ModelCatalog.EnvironmentVariable, _before);
        _file.Dispose();
    }
}

/// <summary>The tests that change the process's environment run alone.</summary>
[CollectionDefinition(nameof(CatalogEnvironment), DisableParallelization = true)]
public sealed class CatalogEnvironment;

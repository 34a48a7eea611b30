using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>A model that its vendor has shut down is counted where it is named, and left out of patterns.</summary>
public sealed class ShutdownTests : IDisposable
{
    private const string Models = """
        {
          "schemaVersion": 2, "date": "2026-11",
          "models": [
            { "id": "old-tiles", "family": "openai-tile-85-170", "shutdown": { "date": "2026-10-23", "source": "Me, my page, 2026-10" } },
            { "id": "old-patches", "family": "openai-tile-85-170", "shutdown": { "date": "2026-10-23", "source": "Me, my page, 2026-10" } },
            { "id": "new-tiles", "family": "openai-tile-85-170" }
          ]
        }
        """;

    private readonly CatalogFile _file = new(Models);

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("2026-10-22", "tiles", "old-tiles new-tiles")]
    [InlineData("2026-10-23", "tiles", "new-tiles")]
    [InlineData("2026-10-23", "patches", "old-patches")] // there is no other
    public void A_pattern_leaves_it_out_from_that_day_on(string day, string ending, string expected) =>
        Assert.Equal(expected.Split(' '), Select(day, ending, includeShutDown: false));

    [Fact]
    public void Whoever_lists_models_gets_it() => Assert.Equal(["old-tiles", "new-tiles"], Select("2026-11-21", "tiles", includeShutDown: true));

    [Fact]
    public void It_is_counted_where_it_is_named()
    {
        ModelCatalog catalog = ModelCatalog.Load(_file.Path, new(2026, 11, 21));
        Assert.True(catalog.Resolve("old-tiles").IsShutDown);
        Assert.Equal(765, Cost.Plan("old-tiles", new(), catalog).Count(MediaItem.FromSize(1024, 1024)).Tokens);
    }

    [Fact]
    public void A_model_tells_its_day_and_where_that_is_published()
    {
        MediaTokenModel model = MediaTokenModel.FromRow(ModelCatalog.Load(_file.Path, new(2026, 10, 22)).Resolve("old-tiles"));
        Assert.Equal(("2026-10-23", "Me, my page, 2026-10", false), (model.Shutdown, model.ShutdownSource, model.IsShutDown));
        Assert.Null(MediaTokenModel.FromRow(_file.Load().Resolve("new-tiles")).Shutdown);
    }

    [Theory]
    [InlineData("""{ "source": "Me" }""", "date")]
    [InlineData("""{ "date": "2026-10-23" }""", "source")]
    [InlineData("""{ "date": "soon", "source": "Me" }""", "date")]
    [InlineData("""{ "date": "2026-10-23", "source": "Me", "why": "old" }""", "why")]
    public void A_day_without_a_source_is_no_row(string shutdown, string field)
    {
        using CatalogFile file = new(Models.Replace("""{ "date": "2026-10-23", "source": "Me, my page, 2026-10" }""", shutdown, StringComparison.Ordinal));
        MediaException exception = Assert.Throws<MediaException>(file.Load);
        Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
        Assert.Contains("old-tiles", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"'{field}'", exception.Message, StringComparison.Ordinal);
    }

    private IEnumerable<string> Select(string day, string ending, bool includeShutDown) => ModelSelector.Select(
        ModelCatalog.Load(_file.Path, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
        ["*"],
        _ => id => id is "old-tiles" or "old-patches" or "new-tiles" && id.EndsWith(ending, StringComparison.Ordinal),
        (_, exception) => throw exception,
        includeShutDown: includeShutDown).Select(model => model.Name);
}

using System.Text;
using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>A user's file adds to the catalog that ships, or takes the place of its rows.</summary>
public sealed class UserCatalogTests
{
    [Fact]
    public void A_users_rows_are_added_behind_the_shipped_ones()
    {
        using CatalogFile file = new(CatalogFile.Sample);
        ModelCatalog catalog = file.Load();
        Assert.Equal(
            [.. ModelCatalog.Default.Models.Select(row => row.Id), "my-tile-model", "my-patch-model", "my-level-model"],
            catalog.Models.Select(row => row.Id));
        ModelRow row = catalog.Resolve("mine");
        Assert.Equal(("my-tile-model", "Me", file.Path, "2026-10"), (row.Id, row.Family.Vendor, row.CatalogPath, row.Provenance.Date));
        Assert.Equal(("Me, another page", "2026-09"), (catalog.Resolve("my-level-model").Provenance.Source, catalog.Resolve("my-level-model").Provenance.Date));
        Assert.Null(catalog.Resolve("gpt-4o").CatalogPath);
        Assert.Throws<MediaException>(() => ModelCatalog.Default.Resolve("my-tile-model"));
    }

    [Fact]
    public void A_users_alias_wins_over_a_shipped_id()
    {
        using CatalogFile file = new("""
            { "schemaVersion": 1, "date": "2026-11-21", "models": [ { "id": "mine", "family": "openai-tile-70-140", "aliases": ["gpt-4o"] } ] }
            """);
        ModelCatalog catalog = file.Load();
        Assert.Equal("mine", catalog.Resolve("gpt-4o").Id);
        Assert.Equal("mine", catalog.Resolve("gpt-4o-2024-11-20").Id);
        Assert.Equal("gpt-4o-mini", catalog.Resolve("gpt-4o-mini").Id);
    }

    [Fact]
    public void A_users_constants_are_counted_with()
    {
        using CatalogFile file = new(CatalogFile.Sample);
        ModelCatalog catalog = file.Load();
        Assert.Equal(90, Count(catalog, "my-tile-model", 1024, 1024, new()).Tokens);
        Assert.Equal(14, Count(catalog, "my-patch-model", 1000, 1000, new()).Tokens); // 3 x 3 patches at 1.5
        MediaTokenCost billed = Count(catalog, "my-level-model", 960, 540, new() { Basis = CountBasis.Billed });
        Assert.Equal((99, 600, "Billed"), (billed.Tokens, billed.DocumentedTokens, billed.Basis));
        Assert.StartsWith("My bill, 2026-10", billed.Source, StringComparison.Ordinal);
        MediaException refusal = Cost.Fails(MediaErrorId.SettingNotSupported, () => Count(catalog, "my-level-model", 1, 1, new() { MediaResolution = MediaResolution.High }));
        Assert.Contains("High", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_users_edge_to_upload_is_read()
    {
        using CatalogFile file = new(CatalogFile.Sample);
        UploadLimits upload = file.Load().Resolve("my-level-model").Family.Upload!;
        Assert.Equal([KeyValuePair.Create(PartMediaResolution.Unspecified, 1000)], upload.MaximumEdge);
        Assert.Equal("My own choice", upload.Note);
    }

    // OpenAI, Images and vision, Calculating costs: the scaled image has never more patches than the budget.
    [Theory]
    [InlineData(1_000_000, 1)]
    [InlineData(1, 1_000_000)]
    [InlineData(900_000, 40)]
    [InlineData(331, 33)]
    [InlineData(int.MaxValue, 1)]
    public void A_budget_holds_for_a_line_too(int width, int height)
    {
        using CatalogFile file = new(CatalogFile.Sample);
        MediaTokenCost cost = Count(file.Load(), "my-patch-model", width, height, new());
        Assert.InRange(cost.Units, 1, 10);
        Assert.True(cost.ScaledWidth <= width && cost.ScaledHeight <= height, cost.Explanation);
    }

    [Fact]
    public void A_users_row_takes_the_place_of_a_shipped_one()
    {
        using CatalogFile file = new("""{ "schemaVersion": 1, "date": "2026-11", "models": [ { "id": "gpt-5-mini", "family": "openai-patch-gpt-5.2" } ] }""");
        ModelCatalog catalog = file.Load();
        Assert.Equal("openai-patch-gpt-5.2", catalog.Resolve("gpt-5-mini-2025-08-07").Family.Name);
        Assert.Equal(ModelCatalog.Default.Models.Select(row => row.Id), catalog.Models.Select(row => row.Id));
        Assert.Equal("openai-patch-gpt-5-mini", ModelCatalog.Default.Resolve("gpt-5-mini").Family.Name);
    }

    [Fact]
    public void A_users_family_holds_for_the_shipped_models_of_it()
    {
        string text = CatalogFile.Sample.Replace("\"my-tiles\"", "\"openai-tile-85-170\"", StringComparison.Ordinal);
        using CatalogFile file = new(text);
        ModelCatalog catalog = file.Load();
        Assert.Equal(90, Count(catalog, "gpt-4o", 1024, 1024, new()).Tokens);
        Assert.Equal(90, Count(catalog, "gpt-4.1", 1024, 1024, new()).Tokens);
        Assert.Equal(765, Count(ModelCatalog.Default, "gpt-4o", 1024, 1024, new()).Tokens);
    }

    /// <summary>The count's source must be that of the constants that it was counted with.</summary>
    [Fact]
    public void A_shipped_model_of_a_users_family_gives_the_users_source()
    {
        using CatalogFile file = new(CatalogFile.Sample.Replace("\"my-tiles\"", "\"openai-tile-85-170\"", StringComparison.Ordinal));
        Assert.StartsWith("Me, my page", Count(file.Load(), "gpt-4o", 1024, 1024, new()).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_taken()
    {
        string text = """
            // my own numbers
            { "schemaVersion": 1, "date": "2026-11-21", /* none */
              "models": [ { "id": "my-gpt", "family": "openai-tile-70-140", }, ], }
            """;
        using CatalogFile file = new(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal("openai-tile-70-140", file.Load().Resolve("my-gpt").Family.Name);
    }

    [Fact]
    public void A_catalog_without_rows_changes_nothing()
    {
        using CatalogFile file = new("""{ "schemaVersion": 1, "date": "2026-11" }""");
        Assert.Equal(ModelCatalog.Default.Models.Select(row => row.Id), file.Load().Models.Select(row => row.Id));
    }

    private static MediaTokenCost Count(ModelCatalog catalog, string model, int width, int height, CostSettings settings) =>
        Cost.Plan(model, settings, catalog).Count(MediaItem.FromSize(width, height));
}

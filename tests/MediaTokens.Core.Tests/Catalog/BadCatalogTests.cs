using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>Every kind of bad row is an InvalidCatalog whose message names the file, the row and the field.</summary>
public sealed class BadCatalogTests
{
    private const string Tiles = "family 'my-tiles'", Patches = "family 'my-patches'", Levels = "family 'my-levels'";
    private const string Constants = "families/my-tiles/constants/", Details = "families/my-patches/constants/", Crops = "families/my-levels/constants/panAndScan/";

    [Theory]
    [InlineData("families/my-tiles/vendor", Tiles, "vendor")]
    [InlineData("families/my-tiles/rule", Tiles, "rule")]
    [InlineData("families/my-tiles/constants", Tiles, "constants")]
    [InlineData("families/my-tiles/media", Tiles, "media")]
    [InlineData("families/my-tiles/formats", Tiles, "formats")]
    [InlineData("families/my-tiles/source", Tiles, "source")]
    [InlineData("families/my-tiles/date", Tiles, "date")]
    [InlineData("families/my-tiles/confidence", Tiles, "confidence")]
    [InlineData(Constants + "baseTokens", Tiles, "baseTokens")]
    [InlineData(Constants + "tokensPerTile", Tiles, "tokensPerTile")]
    [InlineData(Constants + "tileSize", Tiles, "tileSize")]
    [InlineData(Constants + "maximumSide", Tiles, "maximumSide")]
    [InlineData(Constants + "shortestSide", Tiles, "shortestSide")]
    [InlineData(Constants + "lowSide", Tiles, "lowSide")]
    [InlineData(Constants + "autoIsStated", Tiles, "autoIsStated")]
    [InlineData(Details + "patchSize", Patches, "patchSize")]
    [InlineData(Details + "multiplier", Patches, "multiplier")]
    [InlineData(Details + "auto", Patches, "auto")]
    [InlineData(Details + "details", Patches, "details")]
    [InlineData(Details + "details/High/maximumSide", Patches, "maximumSide")]
    [InlineData("families/my-levels/constants/tokens", Levels, "tokens")]
    [InlineData("families/my-levels/constants/perPart", Levels, "perPart")]
    [InlineData(Crops + "levels", Levels, "levels")]
    [InlineData(Crops + "cropDivisor", Levels, "cropDivisor")]
    [InlineData("families/my-levels/billed/method", Levels, "method")]
    [InlineData("families/my-levels/billed/isConfirmed", Levels, "isConfirmed")]
    [InlineData("families/my-levels/billed/source", Levels, "source")]
    [InlineData("families/my-levels/billed/date", Levels, "date")]
    [InlineData("families/my-levels/billed/evidence", Levels, "evidence")]
    [InlineData("families/my-levels/upload/maximumEdge", Levels, "maximumEdge")]
    [InlineData("families/my-levels/upload/note", Levels, "note")]
    [InlineData("models/0/id", "model 1", "id")]
    [InlineData("models/0/family", "model 'my-tile-model'", "family")]
    [InlineData("models/2/date", "model 'my-level-model'", "date")]
    [InlineData("schemaVersion", "the catalog", "schemaVersion")]
    [InlineData("date", "the catalog", "date")]
    public void A_missing_field_is_named(string place, string row, string field) => Refuses(CatalogFile.With(place, null), row, field, "missing");

    [Theory]
    [InlineData("schemaVersion", "3", "the catalog", "schemaVersion")]
    [InlineData("schemaVersion", "\"1\"", "the catalog", "schemaVersion")]
    [InlineData("date", "\"2026\"", "the catalog", "date")]
    [InlineData("date", "\"2026-02-30\"", "the catalog", "date")]
    [InlineData("date", "\"2026-13\"", "the catalog", "date")]
    [InlineData("date", "\"2026-11\\n\"", "the catalog", "date")]
    [InlineData("families", "[]", "the catalog", "families")]
    [InlineData("models", "{}", "the catalog", "models")]
    [InlineData("families/my-tiles", "1", Tiles, "")]
    [InlineData("families/my-tiles/vendor", "1", Tiles, "vendor")]
    [InlineData("families/my-tiles/vendor", "\" \"", Tiles, "vendor")]
    [InlineData("families/my-tiles/rule", "\"Tiles\"", Tiles, "rule")]
    [InlineData("families/my-tiles/media", "[\"Audio\"]", Tiles, "media")]
    [InlineData("families/my-tiles/media", "[]", Tiles, "media")]
    [InlineData("families/my-tiles/formats", "\"Png\"", Tiles, "formats")]
    [InlineData("families/my-tiles/formats", "[\"png\"]", Tiles, "formats")]
    [InlineData("families/my-tiles/formats", "[\"0\"]", Tiles, "formats")]
    [InlineData("families/my-tiles/confidence", "\"Sure\"", Tiles, "confidence")]
    [InlineData("families/my-tiles/date", "\"October\"", Tiles, "date")]
    [InlineData("families/my-tiles/limits/maximumBytes", "0", Tiles, "maximumBytes")]
    [InlineData("families/my-tiles/limits/animated", "\"no\"", Tiles, "animated")]
    [InlineData(Constants + "baseTokens", "-1", Tiles, "baseTokens")]
    [InlineData(Constants + "tileSize", "0", Tiles, "tileSize")]
    [InlineData(Constants + "tokensPerTile", "1.5", Tiles, "tokensPerTile")]
    [InlineData(Constants + "tokensPerTile", "1e30", Tiles, "tokensPerTile")]
    [InlineData(Constants + "autoIsStated", "1", Tiles, "autoIsStated")]
    [InlineData(Details + "multiplier", "0", Patches, "multiplier")]
    [InlineData(Details + "multiplier", "\"1.5\"", Patches, "multiplier")]
    [InlineData(Details + "patchLimit", "0", Patches, "patchLimit")]
    [InlineData(Details + "auto", "\"Original\"", Patches, "auto")]
    [InlineData(Details + "auto", "\"high\"", Patches, "auto")]
    [InlineData(Details + "details/Highest", "{ \"maximumSide\": 1 }", Patches, "Highest")]
    [InlineData(Details + "details/High/patchBudget", "0", Patches, "patchBudget")]
    [InlineData("families/my-levels/constants/tokens/Image/Low", "0", Levels, "Low")]
    [InlineData("families/my-levels/constants/tokens/Sound", "{}", Levels, "Sound")]
    [InlineData(Crops + "maximumCrop", "255", Levels, "maximumCrop")]
    [InlineData(Crops + "levels", "[\"Most\"]", Levels, "levels")]
    [InlineData("families/my-levels/recommended/Sound", "\"Low\"", Levels, "Sound")]
    [InlineData("families/my-levels/recommended/Image", "\"Lowest\"", Levels, "Image")]
    [InlineData("families/my-levels/billed/flatTokens", "{}", Levels, "flatTokens")]
    [InlineData("families/my-levels/billed/method", "\"Grid\"", Levels, "flatTokens")]
    [InlineData("families/my-levels/upload", "3072", Levels, "upload")]
    [InlineData("families/my-levels/upload/maximumEdge", "3072", Levels, "maximumEdge")]
    [InlineData("families/my-levels/upload/maximumEdge", "{}", Levels, "maximumEdge")]
    [InlineData("families/my-levels/upload/maximumEdge/Low", "0", Levels, "Low")]
    [InlineData("families/my-levels/upload/maximumEdge/Low", "1000001", Levels, "Low")]
    [InlineData("families/my-levels/upload/maximumEdge/Low", "\"1536\"", Levels, "Low")]
    [InlineData("families/my-levels/upload/maximumEdge/Lowest", "1536", Levels, "Lowest")]
    [InlineData("families/my-levels/upload/note", "\" \"", Levels, "note")]
    [InlineData("models/0", "7", "model 1", "")]
    [InlineData("models/0/id", "\"\"", "model", "id")]
    [InlineData("models/0/family", "\"none\"", "model 'my-tile-model'", "family")]
    [InlineData("models/0/aliases", "\"mine\"", "model 'my-tile-model'", "aliases")]
    [InlineData("models/1/id", "\"MY-tile-model\"", "model 'MY-tile-model'", "id")]
    public void A_bad_value_is_named(string place, string json, string row, string field) => Refuses(CatalogFile.With(place, json), row, field);

    [Theory]
    [InlineData("colour", "the catalog")]
    [InlineData("families/my-tiles/colour", Tiles)]
    [InlineData("families/my-tiles/limits/colour", Tiles)]
    [InlineData("families/my-tiles/billed", Tiles)]
    [InlineData(Constants + "colour", Tiles)]
    [InlineData(Details + "colour", Patches)]
    [InlineData(Details + "details/High/colour", Patches)]
    [InlineData(Crops + "colour", Levels)]
    [InlineData("families/my-levels/billed/colour", Levels)]
    [InlineData("families/my-levels/upload/colour", Levels)]
    [InlineData("families/my-tiles/upload", Tiles)] // its rule tells the scaled size
    [InlineData("models/0/colour", "model 'my-tile-model'")]
    [InlineData("models/0/Aliases", "model 'my-tile-model'")]
    public void An_unknown_field_is_named(string place, string row) => Refuses(CatalogFile.With(place, "1"), row, place.Split('/')[^1]);

    [Theory]
    [InlineData("\"vendor\": \"Me\", \"rule\": \"OpenAITile\"", "\"vendor\": \"Me\", \"vendor\": \"Me\", \"rule\": \"OpenAITile\"", Tiles, "vendor")]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": 1, \"schemaVersion\": 1,", "the catalog", "schemaVersion")]
    [InlineData("\"my-patches\": {", "\"my-tiles\": {", "", "my-tiles")]
    [InlineData("\"id\": \"my-tile-model\",", "\"id\": \"my-tile-model\", \"id\": \"my-tile-model\",", "model 'my-tile-model'", "id")]
    [InlineData("\"Low\": 50", "\"Low\": 50, \"Low\": 60", Levels, "Low")]
    public void A_key_that_is_there_twice_is_named(string old, string twice, string row, string field) =>
        Refuses(CatalogFile.Sample.Replace(old, twice, StringComparison.Ordinal), row, field, "twice");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("not json")]
    [InlineData("{ \"schemaVersion\": 1")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_file_that_is_no_catalog_is_refused(string text) => Refuses(text, "", "");

    [Fact]
    public void A_folder_or_a_missing_file_is_refused()
    {
        using CatalogFile file = new("{}");
        foreach (string path in new[] { file.Folder, file.Path + ".missing" })
        {
            MediaException exception = Assert.Throws<MediaException>(() => ModelCatalog.Load(path));
            Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
            Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sample_itself_is_good()
    {
        using CatalogFile file = new(CatalogFile.Sample);
        Assert.NotNull(file.Load());
    }

    private static void Refuses(string text, string row, string field, string problem = "")
    {
        using CatalogFile file = new(text);
        MediaException exception = Assert.Throws<MediaException>(file.Load);
        Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
        Assert.Contains(file.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(row, exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(field.Length > 0 ? $"'{field}'" : "", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.RecommendedAction);
    }
}

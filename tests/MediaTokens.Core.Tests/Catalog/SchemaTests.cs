using System.Reflection;
using System.Text.Json;
using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The schema that ships and the reader take and refuse the same catalogs, as far as a schema can say it.</summary>
public sealed class SchemaTests
{
    private const string Patch = "families/my-patches/constants/", Level = "families/my-levels/", Price = "prices/0/";

    // What depends on another value of the file is beyond a schema, and so are the days of a month.
    private static readonly string[] BeyondTheSchema =
        ["date \"2026-02-30\"", "families/my-levels/constants/panAndScan/maximumCrop 255", "models/0/family \"none\"", "models/1/id \"MY-tile-model\""];

    private static readonly JsonSchema Schema = new(Parse(File.ReadAllText(Path.Combine(Repository(), "src/MediaTokens.Core/Catalog/catalog.schema.json"))));

    [Theory]
    [InlineData("models.json")]
    [InlineData("prices.json")]
    public void The_shipped_catalog_validates(string resource)
    {
        using Stream stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream(resource)!;
        using JsonDocument json = JsonDocument.Parse(stream);
        Assert.Null(Schema.FirstError(json.RootElement));
        Assert.Equal("catalog.schema.json", json.RootElement.GetProperty("$schema").GetString());
    }

    [Fact]
    public void The_schema_is_the_one_that_the_reader_knows()
    {
        JsonElement schema = Parse(File.ReadAllText(Path.Combine(Repository(), "src/MediaTokens.Core/Catalog/catalog.schema.json")));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        string[] rules = [.. ModelCatalog.Load(null, DateOnly.MaxValue).Models.SelectMany(row => row.History).Select(profile => profile.Family.Rule.Name).Distinct()];
        Assert.Subset(schema.GetProperty("$defs").GetProperty("family").GetProperty("properties").GetProperty("rule").GetProperty("enum")
            .EnumerateArray().Select(name => name.GetString()!).ToHashSet(), rules.ToHashSet());
        AssertEnum<MediaTokens.Headers.MediaFormat>(schema.GetProperty("$defs").GetProperty("family").GetProperty("properties").GetProperty("formats").GetProperty("items"));
        AssertEnum<ModelPlatform>(schema.GetProperty("$defs").GetProperty("platform"));
        AssertEnum<Confidence>(schema.GetProperty("$defs").GetProperty("confidence"));
        AssertEnum<MediaType>(schema.GetProperty("$defs").GetProperty("media"));
        AssertEnum<MediaTokens.Rules.PartMediaResolution>(schema.GetProperty("$defs").GetProperty("resolution"));
    }

    /// <summary>Every sample of <see cref="BadCatalogTests"/>, which the reader refuses.</summary>
    [Fact]
    public void What_the_reader_refuses_the_schema_refuses()
    {
        (string Place, string? Json)[] samples =
        [
            .. Samples(nameof(BadCatalogTests.A_missing_field_is_named)).Select(data => ((string)data[0], (string?)null)),
            .. Samples(nameof(BadCatalogTests.A_bad_value_is_named)).Select(data => ((string)data[0], (string?)data[1])),
            .. Samples(nameof(BadCatalogTests.An_unknown_field_is_named)).Select(data => ((string)data[0], (string?)"1")),
        ];
        Assert.True(samples.Length > 100);
        string[] passed = [.. samples.Where(sample => Schema.FirstError(Parse(CatalogFile.With(sample.Place, sample.Json))) is null).Select(sample => $"{sample.Place} {sample.Json}")];
        Assert.Equal(BeyondTheSchema.Order(StringComparer.Ordinal), passed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("schemaVersion", "0")]
    [InlineData("families/my-tiles/uncounted", """{ "Sound": "nothing is known" }""")]
    [InlineData("families/my-tiles/uncounted", """{ "Pdf": " " }""")]
    [InlineData("families/my-tiles/limits/maximumImages", "0")]
    [InlineData("families/my-tiles/limits/platformBytes", """{ "Moon": 1 }""")]
    [InlineData("families/my-tiles/limits/platformBytes", """{ "Bedrock": 0 }""")]
    [InlineData(Patch + "details/High/possibleBudget", "0")]
    [InlineData(Patch + "details/High", """{ "maximumSide": 2048, "possibleBudget": 6144 }""")]
    [InlineData(Patch + "details/Auto", """{ "maximumSide": 2048 }""")]
    [InlineData(Level + "constants/panAndScan/minimumCrop", "0")]
    [InlineData(Level + "constants/panAndScan/additionalTokens", "-1")]
    [InlineData(Level + "constants/panAndScan/levels", "[]")]
    [InlineData(Level + "constants/video", """{ "audioTokensPerSecond": 25 }""")]
    [InlineData(Level + "rule", "\"Unpublished\"")]
    [InlineData("models/0/from", "\"2026-13\"")]
    [InlineData("models/0/sourceUri", "\"https://example.com\"")]
    [InlineData("models/0/history", """[ { "family": "my-tiles", "from": "2026-01" } ]""")]
    [InlineData("models/0/history", """[ { "from": "2026-01" } ]""")]
    [InlineData("models/0/history", """[ { "family": "my-tiles", "aliases": [] } ]""")]
    [InlineData(Price + "model", null)]
    [InlineData(Price + "source", null)]
    [InlineData(Price + "date", null)]
    [InlineData(Price + "confidence", null)]
    [InlineData(Price + "input", "-0.1")]
    [InlineData(Price + "cached", "10001")]
    [InlineData(Price + "batch", "\"1\"")]
    [InlineData(Price + "platform", "\"Moon\"")]
    [InlineData(Price + "from", "\"today\"")]
    [InlineData(Price + "output", "5")]
    [InlineData(Price + "tiers", """[ { "input": 5 } ]""")]
    [InlineData(Price + "tiers", """[ { "above": 0, "input": 5 } ]""")]
    [InlineData(Price + "tiers", """[ { "above": 1, "note": "?" } ]""")]
    public void What_one_refuses_the_other_refuses_too(string place, string? json)
    {
        string text = WithPrice(place, json);
        Assert.NotNull(Schema.FirstError(Parse(text)));
        using CatalogFile file = new(text);
        Assert.Equal(MediaErrorId.InvalidCatalog, Assert.Throws<MediaException>(file.Load).Id);
    }

    [Theory]
    [InlineData(Price + "note", "\"mine\"")]
    [InlineData(Price + "tiers", """[ { "above": 1 }, { "above": 2, "input": 7, "cachedAudio": 0.1 } ]""")]
    [InlineData(Patch + "details/High/possibleBudget", "20")]
    [InlineData(Level + "constants/panAndScan", """{ "levels": ["Low"], "wholeImageSide": 384, "cropDivisor": 1.5 }""")]
    [InlineData("families/my-tiles/uncounted", """{ "Pdf": "nothing is known" }""")]
    [InlineData("families/my-tiles/limits", """{ "maximumImages": 5, "platformBytes": { "Bedrock": 5, "Vertex": 6 } }""")]
    [InlineData("models/0", """{ "id": "m", "family": "my-tiles", "from": "2026-02", "history": [ { "family": "my-levels", "from": "2026-01-31", "source": "Me, before", "date": "2026-01" } ] }""")]
    public void What_one_takes_the_other_takes_too(string place, string json)
    {
        string text = WithPrice(place, json);
        Assert.Null(Schema.FirstError(Parse(text)));
        using CatalogFile file = new(text);
        Assert.NotNull(file.Load());
    }

    private static string WithPrice(string place, string? json) => CatalogFile.With(
        place,
        json,
        CatalogFile.Sample.Replace(
            "\"models\": [",
            """
            "prices": [ { "model": "my-tile-model", "from": "2026-10", "input": 1.5, "source": "Me", "date": "2026-10", "confidence": "Estimate" } ], "models": [
            """,
            StringComparison.Ordinal));

    private static IEnumerable<object[]> Samples(string method) => typeof(BadCatalogTests).GetMethod(method)!
        .GetCustomAttributes<InlineDataAttribute>().SelectMany(attribute => attribute.GetData(null!));

    private static void AssertEnum<T>(JsonElement schema)
        where T : struct, Enum => Assert.Equal(Enum.GetNames<T>().Order(StringComparer.Ordinal), schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));

    private static JsonElement Parse(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "MediaTokens.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
    }
}

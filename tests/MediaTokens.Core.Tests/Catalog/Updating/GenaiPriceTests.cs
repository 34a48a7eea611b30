using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>The shape of data.json of genai-prices.</summary>
public sealed class GenaiPriceTests
{
    [Fact]
    public void Every_price_of_a_model_is_read()
    {
        PriceFileContent content = Updates.Prices(File("acme", "acme-one", """
            { "input_mtok": 2.5, "cache_read_mtok": 0.25, "cache_write_mtok": 3, "output_mtok": 9, "input_audio_mtok": 10, "cache_audio_read_mtok": 1 }
            """));
        ModelPrice price = Assert.Single(content.Prices);
        Assert.Equal("acme-one Vendor : 0 2.5 0.25 - 10 1 -", Updates.Line(price));
        Assert.Equal(PriceFileShape.GenaiPrices, content.Shape);
        Assert.Equal(new Provenance("genai-prices, data.json, acme, acme-one", "https://example.com/pricing", "2026-11-21", Confidence.Implementation), price.Provenance);
    }

    [Fact]
    public void Tiers_of_different_starts_are_laid_over_each_other()
    {
        PriceFileContent content = Updates.Prices(File("acme", "acme-one", """
            { "input_mtok": { "base": 1, "tiers": [ { "start": 272000, "price": 4 }, { "start": 128000, "price": 2 } ] },
              "cache_read_mtok": { "base": 0.1, "tiers": [ { "start": 200000, "price": 0.2 } ] }, "input_audio_mtok": 3 }
            """));
        Assert.Equal(
            "acme-one Vendor : 0 1 0.1 - 3 - - | 128000 2 0.1 - 3 - - | 200000 2 0.2 - 3 - - | 272000 4 0.2 - 3 - -",
            Updates.Line(Assert.Single(content.Prices)));
    }

    [Fact]
    public void Dated_prices_hold_from_their_day_and_the_first_before_them()
    {
        PriceFileContent content = Updates.Prices(
            File("acme", "acme-one", """
                [ { "prices": { "input_mtok": 2 } }, { "constraint": { "start_date": "2026-09-01" }, "prices": { "input_mtok": 3 } },
                  { "constraint": { "start_time": "00:30:00Z", "end_time": "16:30:00Z" }, "prices": { "input_mtok": 9 } } ]
                """),
            undatedFrom: Updates.Today);
        Assert.Equal(["acme-one Vendor : 0 2 - - - - -", "acme-one Vendor 2026-09-01: 0 3 - - - - -"], content.Prices.Select(Updates.Line));
    }

    [Theory]
    [InlineData("""{ "input_mtok": 2 }""")]
    [InlineData("""[ { "constraint": null, "prices": { "input_mtok": 2 } } ]""")]
    public void Undated_prices_hold_from_the_day_that_is_asked_for(string prices)
    {
        Assert.Null(Assert.Single(Updates.Prices(File("acme", "acme-one", prices)).Prices).From);
        Assert.Equal(Updates.Today, Assert.Single(Updates.Prices(File("acme", "acme-one", prices), undatedFrom: Updates.Today).Prices).From);
    }

    [Fact]
    public void The_price_of_images_counts_where_there_is_one() =>
        Assert.Equal(
            "acme-one Vendor : 0 10 2.5 - - - -",
            Updates.Line(Assert.Single(Updates.Prices(File("acme", "acme-one", """{ "input_mtok": 5, "cache_read_mtok": 1.25, "input_image_mtok": 10, "cache_image_read_mtok": 2.5 }""")).Prices)));

    [Theory]
    [InlineData("aws", ModelPlatform.Bedrock)]
    [InlineData("azure", ModelPlatform.Azure)]
    [InlineData("openrouter", ModelPlatform.OpenRouter)]
    [InlineData("google", ModelPlatform.Vertex)]
    public void The_provider_tells_the_platform(string provider, ModelPlatform platform) =>
        Assert.Equal(platform, Assert.Single(Updates.Prices(File(provider, "acme-one", """{ "input_mtok": 5 }""")).Prices).Platform);

    [Theory]
    [InlineData("together", "acme-one", """{ "input_mtok": 5 }""")]
    [InlineData("huggingface_acme", "acme-one", """{ "input_mtok": 5 }""")]
    [InlineData("acme", "acme-nine", """{ "input_mtok": -5 }""")]
    [InlineData("acme", "acme-one", """{ "output_mtok": 5 }""")]
    [InlineData("acme", "acme-one", "{ }")]
    [InlineData("acme", "acme-one", "[ ]")]
    public void Resellers_other_models_and_models_without_a_price_are_passed_over(string provider, string id, string prices)
    {
        PriceFileContent content = Updates.Prices(File(provider, id, prices));
        Assert.Empty(content.Prices);
        Assert.Equal(1, content.PassedOver);
    }

    [Theory]
    [InlineData("""{ "input_mtok": -5 }""", "input_mtok")]
    [InlineData("""{ "input_mtok": 10001 }""", "input_mtok")]
    [InlineData("""{ "input_mtok": "5" }""", "input_mtok")]
    [InlineData("""{ "input_mtok": 5, "cache_read_mtok": [] }""", "cache_read_mtok")]
    [InlineData("""{ "input_mtok": { "tiers": [] } }""", "base")]
    [InlineData("""{ "input_mtok": { "base": 1, "tiers": 3 } }""", "tiers")]
    [InlineData("""{ "input_mtok": { "base": 1, "tiers": [ { "start": 0, "price": 2 } ] } }""", "start")]
    [InlineData("""{ "input_mtok": { "base": 1, "tiers": [ { "start": 5 } ] } }""", "price")]
    [InlineData("""[ { "constraint": { "start_date": "soon" }, "prices": { "input_mtok": 1 } } ]""", "start_date")]
    [InlineData("""[ { "constraint": { "start_date": 5 }, "prices": { "input_mtok": 1 } } ]""", "start_date")]
    [InlineData("""[ { } ]""", "prices")]
    public void A_bad_price_is_reported_with_its_row_and_field(string prices, string field)
    {
        List<MediaException> bad = [];
        Assert.Empty(Updates.Prices(File("acme", "acme-one", prices), bad).Prices);
        MediaException exception = Assert.Single(bad);
        Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
        Assert.Contains("provider 'acme', model 'acme-one'", exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"'{field}'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[ 5 ]")]
    [InlineData("""[ { "constraint": 5, "prices": { "input_mtok": 1 } } ]""")]
    public void What_is_no_object_is_reported_too(string prices)
    {
        List<MediaException> bad = [];
        Assert.Empty(Updates.Prices(File("acme", "acme-one", prices), bad).Prices);
        Assert.Contains("must be an object", Assert.Single(bad).Message, StringComparison.Ordinal);
    }

    private static string File(string provider, string id, string prices) => $$"""
        [ { "id": "{{provider}}", "name": "A provider", "pricing_urls": ["https://example.com/pricing"], "api_pattern": "x",
            "models": [ { "id": "{{id}}", "match": { "equals": "{{id}}" }, "prices": {{prices}} } ] } ]
        """;
}

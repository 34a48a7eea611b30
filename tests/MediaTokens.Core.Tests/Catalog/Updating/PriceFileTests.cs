using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>The three shapes are told apart by what is in the file.</summary>
public sealed class PriceFileTests
{
    [Fact]
    public void A_catalog_of_our_own_gives_its_prices_as_they_are()
    {
        PriceFileContent content = Updates.Prices(
            """
            { "schemaVersion": 2, "date": "2099-11-01", "prices": [
                { "model": "ACME-First", "platform": "Azure", "from": "2026-02-01", "until": "2026-12-31", "input": 3, "source": "Me", "date": "2026-01-01", "confidence": "Estimate" },
                { "model": "acme-nine", "input": 3, "source": "Me", "date": "2026-01-01", "confidence": "Estimate" } ] }
            """,
            undatedFrom: Updates.Today);
        Assert.Equal("acme-one Azure 2026-02-01: 0 3 - - - - -", Updates.Line(Assert.Single(content.Prices)));
        Assert.Equal(PriceFileShape.MediaTokens, content.Shape);
        Assert.Equal(1, content.PassedOver);
    }

    [Fact]
    public void A_bad_row_of_our_own_is_reported_and_the_others_come_through()
    {
        List<MediaException> bad = [];
        PriceFileContent content = Updates.Prices(
            """
            { "schemaVersion": 2, "date": "2099-11-01", "prices": [
                { "model": "acme-one", "input": -3, "source": "Me", "date": "2026-01-01", "confidence": "Estimate" }, 5,
                { "model": "acme-two", "input": 3, "source": "Me", "date": "2026-01-01", "confidence": "Estimate" } ] }
            """,
            bad);
        Assert.Contains("rice 1, of 'acme-one': field 'input'", bad[0].Message, StringComparison.Ordinal);
        Assert.Contains("rice 2: must be an object", bad[1].Message, StringComparison.Ordinal);
        Assert.Equal("acme-two", Assert.Single(content.Prices).Model);
    }

    [Theory]
    [InlineData("")]
    [InlineData("prices")]
    [InlineData("{ \"acme-one\": { \"litellm_provider\": \"acme\", \"input_cost_per_token\": NaN } }")]
    public void What_is_no_JSON_is_an_invalid_catalog(string text) =>
        Assert.Contains("not JSON", Updates.Invalid(() => Updates.Prices(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ }")]
    [InlineData("[ ]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("""{ "acme-one": { "price": 5 } }""")]
    [InlineData("""[ { "id": "acme" }, 5 ]""")]
    public void A_file_of_no_known_shape_is_an_invalid_catalog_that_names_the_three(string text)
    {
        string message = Updates.Invalid(() => Updates.Prices(text)).Message;
        Assert.Contains("schemaVersion", message, StringComparison.Ordinal);
        Assert.Contains("LiteLLM", message, StringComparison.Ordinal);
        Assert.Contains("genai-prices", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_read_with_or_without_a_byte_order_mark()
    {
        using CatalogFile file = new("""{ "acme-one": { "litellm_provider": "acme", "input_cost_per_token": 1e-6 } }""", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Single(PriceFile.Read(file.Path, Updates.Catalog(), Updates.Today, null, exception => throw exception).Prices);
        Assert.Single(PriceFile.Read(File.ReadAllBytes(file.Path), "x", Updates.Catalog(), Updates.Today, null, exception => throw exception).Prices);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_invalid_catalog() =>
        Updates.Invalid(() => PriceFile.Read("/nowhere/prices.json", Updates.Catalog(), Updates.Today, null, exception => throw exception));

    [Fact]
    public void Prices_of_a_file_count_in_place_of_the_catalogs_own()
    {
        PriceFileContent content = Updates.Prices("""{ "acme-one": { "litellm_provider": "acme", "input_cost_per_token": 7e-6 } }""");
        ModelCatalog catalog = Updates.Catalog().WithPrices(content.Prices);
        Assert.Equal("acme-one Vendor : 0 7 - - - - -", Updates.Line(catalog.Resolve("acme-one").PriceOn(ModelPlatform.Vendor)!));
    }

    [Theory]
    [InlineData("{ \"schemaVersion\": 2, \"date\": \"\\ud800\" }")]
    [InlineData("{ \"schemaVersion\": 2, \"\\ud800\": 1 }")]
    public void A_text_that_is_no_Unicode_is_an_invalid_catalog(string text)
    {
        Updates.Invalid(() => Updates.Prices(text));
        using CatalogFile file = new(text);
        Updates.Invalid(() => file.Load());
    }
}

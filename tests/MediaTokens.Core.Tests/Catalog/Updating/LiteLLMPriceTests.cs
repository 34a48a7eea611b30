using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>The shape of LiteLLM's model_prices_and_context_window.json.</summary>
public sealed class LiteLLMPriceTests
{
    [Fact]
    public void Every_price_of_an_entry_is_read()
    {
        PriceFileContent content = Updates.Prices("""
            { "acme-one": {
                "litellm_provider": "acme", "mode": "chat", "max_input_tokens": 1000000,
                "input_cost_per_token": 2.5e-06, "cache_read_input_token_cost": 2.5e-07, "input_cost_per_token_batches": 1.25e-6,
                "input_cost_per_audio_token": 1e-05, "cache_read_input_audio_token_cost": 1e-06, "input_cost_per_audio_token_batches": 5e-06,
                "input_cost_per_token_flex": 9e-06, "input_cost_per_token_priority": 9e-06, "output_cost_per_token": 9e-06,
                "source": "https://example.com/prices" } }
            """);
        ModelPrice price = Assert.Single(content.Prices);
        Assert.Equal("acme-one Vendor : 0 2.5 0.25 1.25 10 1 5", Updates.Line(price));
        Assert.Equal(PriceFileShape.LiteLLM, content.Shape);
        Assert.Equal(0, content.PassedOver);
        Assert.Equal(new Provenance("LiteLLM, model_prices_and_context_window.json, acme-one", "https://example.com/prices", "2026-11-21", Confidence.Implementation), price.Provenance);
    }

    [Fact]
    public void Tiers_of_any_size_are_read_in_order()
    {
        PriceFileContent content = Updates.Prices("""
            { "acme-one": {
                "litellm_provider": "acme", "input_cost_per_token": 1e-6, "input_cost_per_audio_token": 3e-6, "cache_read_input_token_cost": 1e-7, "input_cost_per_token_batches": 5e-7,
                "input_cost_per_token_above_272k_tokens": 4e-6, "input_cost_per_token_above_272k_tokens_batches": 2e-6, "input_cost_per_token_above_272k_tokens_priority": 8e-6,
                "input_cost_per_token_above_128k_tokens": 2e-6, "cache_read_input_token_cost_above_128k_tokens": 2e-7 } }
            """);
        Assert.Equal(
            "acme-one Vendor : 0 1 0.1 0.5 3 - - | 128000 2 0.2 - 3 - - | 272000 4 - 2 3 - -",
            Updates.Line(Assert.Single(content.Prices)));
    }

    [Theory]
    [InlineData("acme", ModelPlatform.Vendor)]
    [InlineData("acme_ai", ModelPlatform.Vendor)]
    [InlineData("bedrock", ModelPlatform.Bedrock)]
    [InlineData("bedrock_converse", ModelPlatform.Bedrock)]
    [InlineData("vertex_ai-acme_models", ModelPlatform.Vertex)]
    [InlineData("azure", ModelPlatform.Azure)]
    [InlineData("azure_ai", ModelPlatform.Azure)]
    [InlineData("openrouter", ModelPlatform.OpenRouter)]
    public void The_provider_tells_the_platform(string provider, ModelPlatform platform)
    {
        PriceFileContent content = Updates.Prices($$"""{ "acme-one": { "litellm_provider": "{{provider}}", "input_cost_per_token": 1e-6 } }""");
        Assert.Equal(platform, Assert.Single(content.Prices).Platform);
    }

    [Theory]
    [InlineData("acme-one", "together_ai")]
    [InlineData("acme-one", "github_copilot")]
    [InlineData("acme-three", "acme")]
    [InlineData("ft:acme-one", "acme")]
    [InlineData("acme-one:free", "openrouter")]
    public void Resellers_variants_and_other_models_are_passed_over(string key, string provider)
    {
        PriceFileContent content = Updates.Prices($$"""{ "{{key}}": { "litellm_provider": "{{provider}}", "input_cost_per_token": 1e-6 } }""");
        Assert.Empty(content.Prices);
        Assert.Equal(1, content.PassedOver);
    }

    [Theory]
    [InlineData("\"mode\": \"audio_transcription\", \"input_cost_per_token\": 1e-6")]
    [InlineData("\"mode\": \"embedding\", \"input_cost_per_token\": -1")]
    [InlineData("\"mode\": \"chat\", \"input_cost_per_second\": 0.001")]
    [InlineData("\"mode\": \"chat\", \"input_cost_per_token\": null")]
    public void Entries_without_a_price_of_input_tokens_are_passed_over(string fields)
    {
        PriceFileContent content = Updates.Prices($$"""{ "acme-one": { "litellm_provider": "acme", {{fields}} } }""");
        Assert.Empty(content.Prices);
        Assert.Equal(1, content.PassedOver);
    }

    [Fact]
    public void An_explicit_zero_is_a_price() =>
        Assert.Equal(0, Assert.Single(Updates.Prices("""{ "acme-one": { "litellm_provider": "acme", "input_cost_per_token": 0.0 } }""").Prices).Tiers[0].Input);

    [Fact]
    public void The_price_of_image_tokens_counts_where_there_is_one()
    {
        ModelPrice price = Assert.Single(Updates.Prices("""
            { "acme-one": { "litellm_provider": "acme", "mode": "image_generation", "input_cost_per_token": 5e-6, "cache_read_input_token_cost": 1.25e-6,
                "input_cost_per_image_token": 1e-5, "input_cost_per_token_batches": 2.5e-6 } }
            """).Prices);
        Assert.Equal("acme-one Vendor : 0 10 - - - - -", Updates.Line(price));
        Assert.Contains("5 USD", price.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme-one", "acme-first", "acme-one-2026-01-01", 1)]
    [InlineData("acme-first", "acme-one-2026-01-01", "acme-one-2026-05-01", 1)]
    [InlineData("acme-one-2026-05-01", "acme-one-2026-01-01", "acme-one-2025-01-01", 1)]
    public void The_undated_id_wins_over_an_alias_and_that_over_a_date(string best, string second, string third, int input)
    {
        foreach (string[] order in new[] { new[] { best, second, third }, [third, second, best], [second, best, third] })
        {
            string entries = string.Join(',', order.Select(key => $$""" "{{key}}": { "litellm_provider": "acme", "input_cost_per_token": {{(key == best ? input : 9)}}e-6 } """));
            PriceFileContent content = Updates.Prices($"{{ {entries} }}");
            Assert.Equal(input, Assert.Single(content.Prices).Tiers[0].Input);
            Assert.Equal(2, content.PassedOver);
        }
    }

    [Theory]
    [InlineData("-1e-06", "input_cost_per_token")]
    [InlineData("\"2.5e-06\"", "input_cost_per_token")]
    [InlineData("2.5", "input_cost_per_token")]
    [InlineData("1e-99", "input_cost_per_token")]
    [InlineData("true", "input_cost_per_token")]
    [InlineData("1e-6, \"cache_read_input_token_cost\": {}", "cache_read_input_token_cost")]
    [InlineData("1e-6, \"input_cost_per_token_above_200k_tokens\": -2", "input_cost_per_token_above_200k_tokens")]
    [InlineData("1e-6, \"input_cost_per_token_above_99999999999999999999k_tokens\": 1e-6", "input_cost_per_token_above_99999999999999999999k_tokens")]
    public void A_bad_price_is_reported_with_its_row_and_field_and_the_others_come_through(string value, string field)
    {
        List<MediaException> bad = [];
        PriceFileContent content = Updates.Prices(
            $$"""
            { "acme-one": { "litellm_provider": "acme", "input_cost_per_token": {{value}} },
              "acme-two": { "litellm_provider": "acme", "input_cost_per_token": 1e-6 } }
            """,
            bad);
        MediaException exception = Assert.Single(bad);
        Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
        Assert.Contains("model 'acme-one'", exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"'{field}'", exception.Message, StringComparison.Ordinal);
        Assert.Equal("acme-two", Assert.Single(content.Prices).Model);
    }

    [Fact]
    public void A_bad_row_is_not_replaced_by_the_price_of_a_dated_version()
    {
        List<MediaException> bad = [];
        PriceFileContent content = Updates.Prices(
            """
            { "acme-one-2026-01-01": { "litellm_provider": "acme", "input_cost_per_token": 9e-6 },
              "acme-one": { "litellm_provider": "acme", "input_cost_per_token": "free" } }
            """,
            bad);
        Assert.Single(bad);
        Assert.Empty(content.Prices);
    }

    [Fact]
    public void An_entry_that_is_no_object_is_a_bad_row_of_a_known_model_only()
    {
        List<MediaException> bad = [];
        PriceFileContent content = Updates.Prices("""{ "acme-two": { "litellm_provider": "acme", "input_cost_per_token": 1e-6 }, "acme-one": 3, "other": 4 }""", bad);
        Assert.Contains("acme-one", Assert.Single(bad).Message, StringComparison.Ordinal);
        Assert.Equal(1, content.PassedOver);
        Assert.Single(content.Prices);
    }
}

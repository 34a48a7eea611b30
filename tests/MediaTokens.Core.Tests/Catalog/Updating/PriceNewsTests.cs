using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>An update by the prices of another project changes what holds from today on, and nothing else.</summary>
public sealed class PriceNewsTests : IDisposable
{
    private readonly UpdateFolder _folder = new();

    public PriceNewsTests() => _folder.Update(Updates.Models);

    [Fact]
    public void A_price_that_differs_holds_from_today()
    {
        string[] changes = _folder.Update("""{ "acme-one": { "litellm_provider": "acme", "input_cost_per_token": 3.5e-06, "cache_read_input_token_cost": 4e-7, "input_cost_per_token_batches": 1.75e-6 }, "other": {} }""");
        Assert.Equal(["Changed Price acme-one@Vendor input: 4 -> 3.5", "Changed Price acme-one@Vendor batch: 2 -> 1.75"], changes);
        Assert.Equal("acme-one Vendor 2026-11-21: 0 3.5 0.4 1.75 - - -", _folder.Price("acme-one"));
        Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-one", asOf: new(2026, 11, 20)));
    }

    [Fact]
    public void What_is_passed_over_is_counted()
    {
        CatalogUpdate update = _folder.Read("""{ "acme-one": { "litellm_provider": "acme", "input_cost_per_token": 4e-6 }, "other": {}, "sample_spec": { "mode": "one of: chat" } }""");
        Assert.Equal((PriceFileShape.LiteLLM, 2), (update.Shape, update.PassedOver));
        Assert.Empty(update.Changes);
    }

    [Fact]
    public void What_the_file_does_not_tell_is_no_change_but_a_new_price_drops_what_is_unknown()
    {
        Assert.Empty(_folder.Update(Genai("""{ "input_mtok": 4, "cache_read_mtok": 0.4 }""")));
        Assert.Equal(
            ["Changed Price acme-one@Vendor input: 4 -> 3", "Changed Price acme-one@Vendor cached: 0.4 -> 0.3", "Removed Price acme-one@Vendor batch: 2 -> -"],
            _folder.Update(Genai("""{ "input_mtok": 3, "cache_read_mtok": 0.3 }""")));
    }

    [Fact]
    public void A_second_update_on_the_same_day_replaces_the_first_and_on_another_day_follows_it()
    {
        _folder.Update(Genai("""{ "input_mtok": 3 }"""));
        _folder.Update(Genai("""{ "input_mtok": 2 }"""));
        _folder.Update(Genai("""{ "input_mtok": 1 }"""), today: Updates.Today.AddDays(1));
        Assert.Equal("acme-one Vendor 2026-11-21: 0 2 - - - - -", _folder.Price("acme-one"));
        Assert.Equal("acme-one Vendor 2026-11-22: 0 1 - - - - -", _folder.Price("acme-one", asOf: Updates.Today.AddDays(1)));
    }

    [Fact]
    public void An_announced_price_holds_from_its_day_and_the_past_is_left_alone()
    {
        string[] changes = _folder.Update(Genai("""
            [ { "prices": { "input_mtok": 9 } }, { "constraint": { "start_date": "2026-05-01" }, "prices": { "input_mtok": 4 } },
              { "constraint": { "start_date": "2027-01-01" }, "prices": { "input_mtok": 5 } } ]
            """));
        Assert.Equal("Changed Price acme-one@Vendor input: 4 -> 5", changes[0]);
        Assert.Equal("none", _folder.Price("acme-one", asOf: new(2026, 6, 1)));
        Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-one"));
        Assert.Equal("acme-one Vendor 2027-01-01: 0 5 - - - - -", _folder.Price("acme-one", asOf: new(2027, 1, 1)));
    }

    [Fact]
    public void A_price_that_began_after_the_catalogs_holds_from_its_own_day()
    {
        _folder.Update(Genai("""[ { "prices": { "input_mtok": 4 } }, { "constraint": { "start_date": "2026-11-01" }, "prices": { "input_mtok": 3 } } ]"""));
        Assert.Equal("acme-one Vendor 2026-11-01: 0 3 - - - - -", _folder.Price("acme-one", asOf: new(2026, 11, 1)));
    }

    [Fact]
    public void A_price_that_began_before_the_catalogs_corrects_it_from_today()
    {
        _folder.Update(Genai("""[ { "prices": { "input_mtok": 9 } }, { "constraint": { "start_date": "2026-01-01" }, "prices": { "input_mtok": 3 } } ]"""));
        Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-one", asOf: Updates.Today.AddDays(-1)));
        Assert.Equal("acme-one Vendor 2026-11-21: 0 3 - - - - -", _folder.Price("acme-one"));
    }

    [Fact]
    public void An_announced_price_of_the_same_day_is_corrected_on_that_day()
    {
        _folder.Update(Genai("""[ { "prices": { "input_mtok": 4 } }, { "constraint": { "start_date": "2027-01-01" }, "prices": { "input_mtok": 5 } } ]"""));
        _folder.Update(Genai("""[ { "prices": { "input_mtok": 4 } }, { "constraint": { "start_date": "2027-01-01" }, "prices": { "input_mtok": 6 } } ]"""));
        Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-one"));
        Assert.Equal("acme-one Vendor 2027-01-01: 0 6 - - - - -", _folder.Price("acme-one", asOf: new(2027, 1, 1)));
    }

    [Fact]
    public void A_platforms_own_price_is_added_beside_the_vendors()
    {
        string[] changes = _folder.Update("""{ "acme-one": { "litellm_provider": "bedrock", "input_cost_per_token": 4.4e-06 } }""");
        Assert.Equal(["Added Price acme-one@Bedrock input: - -> 4.4"], changes);
        Assert.Equal("acme-one Bedrock 2026-11-21: 0 4.4 - - - - -", _folder.Price("acme-one", ModelPlatform.Bedrock));
        Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-one"));
    }

    [Fact]
    public void A_tier_that_is_new_is_a_change()
    {
        string[] changes = _folder.Update(Genai("""{ "input_mtok": { "base": 4, "tiers": [ { "start": 200000, "price": 8 } ] }, "cache_read_mtok": 0.4 }"""));
        Assert.Equal(
            ["Added Price acme-one@Vendor tiers[200000].input: - -> 8", "Added Price acme-one@Vendor tiers[200000].cached: - -> 0.4", "Removed Price acme-one@Vendor batch: 2 -> -"],
            changes);
        Assert.Equal("acme-one Vendor 2026-11-21: 0 4 0.4 - - - - | 200000 8 0.4 - - - -", _folder.Price("acme-one"));
    }

    [Fact]
    public void The_date_of_the_catalog_stays_so_that_a_catalog_of_our_own_is_not_refused_afterwards()
    {
        _folder.Update(Genai("""{ "input_mtok": 3 }"""));
        Assert.Contains("\"date\": \"2099-11-01\"", File.ReadAllText(_folder.Target), StringComparison.Ordinal);
        _folder.Read(Updates.Models);
    }

    public void Dispose() => _folder.Dispose();

    private static string Genai(string prices) => $$"""[ { "id": "acme", "models": [ { "id": "acme-one", "prices": {{prices}} } ] } ]""";
}

using System.Text.Json;
using System.Text.Json.Nodes;
using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>What a newer catalog changes is announced field by field, and is what holds afterwards.</summary>
public sealed class CatalogUpdateTests : IDisposable
{
    private readonly UpdateFolder _folder = new();

    [Fact]
    public void Everything_of_a_new_row_is_announced()
    {
        string[] changes = _folder.Update(Updates.Models);
        Assert.Contains("Added Family acme-tiles vendor: - -> Acme", changes);
        Assert.Contains("Added Family acme-tiles limits.maximumBytes: - -> 1000", changes);
        Assert.Contains("Added Family acme-tiles limits.animated: - -> false", changes);
        Assert.Contains(changes, change => change.StartsWith("Added Family acme-tiles constants: - -> ", StringComparison.Ordinal) && change.Contains("20", StringComparison.Ordinal));
        Assert.Contains("Added Model acme-two family: - -> acme-tiles", changes);
        Assert.Contains("Added Price acme-one@Vendor input: - -> 4", changes);
        Assert.DoesNotContain(changes, change => change.Contains("sourceUri", StringComparison.Ordinal) || change.Contains(" date:", StringComparison.Ordinal));
        Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-first"));
    }

    [Fact]
    public void A_change_tells_since_when_it_holds_and_where_it_comes_from()
    {
        MediaTokenCatalogChange change = _folder.Read(Updates.Models).Changes.Single(one => one.Field == "batch");
        Assert.Equal(("Price", "acme-one", "Vendor", "2026-10-01", "Acme, prices"), (change.Kind, change.Name, change.Platform, change.From, change.Source));
    }

    [Fact]
    public void What_is_known_already_is_no_change_and_nothing_is_written()
    {
        _folder.Update(Updates.Models);
        byte[] before = File.ReadAllBytes(_folder.Target);
        CatalogUpdate again = _folder.Read(Updates.Models);
        Assert.Empty(again.Changes);
        Assert.False(again.Write());
        Assert.Equal(before, File.ReadAllBytes(_folder.Target));
        Assert.False(File.Exists(_folder.Previous));
    }

    [Theory]
    [InlineData("models.json")]
    [InlineData("prices.json")]
    public void The_catalog_that_ships_changes_nothing(string resource)
    {
        using Stream stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream(resource)!;
        using StreamReader reader = new(stream);
        Assert.Empty(_folder.Update(reader.ReadToEnd()));
        Assert.False(Directory.Exists(Path.GetDirectoryName(_folder.Target)));
    }

    [Fact]
    public void Only_what_differs_is_announced_and_written()
    {
        _folder.Update(Updates.Models);
        string newer = With(root =>
        {
            root["date"] = "2099-11-20";
            root["families"]!["acme-tiles"]!["constants"]!["tokensPerTile"] = 30;
            root["families"]!["acme-tiles"]!["limits"]!.AsObject().Remove("animated");
            root["models"]![1]!["aliases"] = new JsonArray("acme-second");
            root["prices"]![0]!["input"] = 3.5;
            root["prices"]![0]!.AsObject().Remove("batch");
        });
        string[] changes = _folder.Update(newer);
        Assert.Equal(5, changes.Length);
        Assert.Contains(changes, change => change.StartsWith("Changed Family acme-tiles constants: ", StringComparison.Ordinal));
        Assert.Contains("Removed Family acme-tiles limits.animated: false -> -", changes);
        Assert.Contains("Added Model acme-two aliases: - -> acme-second", changes);
        Assert.Contains("Changed Price acme-one@Vendor input: 4 -> 3.5", changes);
        Assert.Contains("Removed Price acme-one@Vendor batch: 2 -> -", changes);
        Assert.Equal("acme-one Vendor 2026-10-01: 0 3.5 0.4 - - - -", _folder.Price("acme-one"));
        Assert.Contains("30", _folder.Load().Resolve("acme-two").Family.Rule.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_from_a_later_day_is_compared_with_the_one_until_then_and_both_hold_on_their_days()
    {
        _folder.Update(Updates.Models);
        string newer = """
            { "schemaVersion": 2, "date": "2099-11-20", "prices": [
                { "model": "acme-one", "from": "2026-12-01", "input": 5, "cached": 0.4, "batch": 2, "source": "Acme, prices", "date": "2099-11-20", "confidence": "Documented" } ] }
            """;
        Assert.Equal(["Changed Price acme-one@Vendor input: 4 -> 5"], _folder.Update(newer));
        Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-one", asOf: new(2026, 11, 30)));
        Assert.Equal("acme-one Vendor 2026-12-01: 0 5 0.4 2 - - -", _folder.Price("acme-one", asOf: new(2026, 12, 1)));
    }

    [Fact]
    public void A_row_that_was_only_read_again_tells_its_new_date()
    {
        _folder.Update(Updates.Models);
        Assert.Equal(["Changed Price acme-one@Vendor date: 2026-10-01 -> 2099-11-20"], _folder.Update(With(root => root["prices"]![0]!["date"] = "2099-11-20")));
    }

    [Fact]
    public void Tiers_and_earlier_profiles_are_named_by_their_size_and_day()
    {
        string newer = With(root =>
        {
            root["prices"]![0]!["tiers"] = JsonNode.Parse("""[ { "above": 200000, "input": 8 } ]""");
            root["models"]![0]!["from"] = "2026-06-01";
            root["models"]![0]!["history"] = JsonNode.Parse("""[ { "family": "acme-tiles", "from": "2026-01-01" } ]""");
        });
        string[] changes = _folder.Update(newer);
        Assert.Contains("Added Price acme-one@Vendor tiers[200000].input: - -> 8", changes);
        Assert.Contains("Added Model acme-one history[2026-01-01].family: - -> acme-tiles", changes);
    }

    [Fact]
    public void A_model_that_ships_gets_another_family_and_a_price_that_ships_another_value()
    {
        ModelRow shipped = ModelCatalog.Default.Resolve("gpt-4o");
        JsonNode root = JsonNode.Parse(Updates.Models)!;
        root["models"]!.AsArray().Add(JsonNode.Parse("""{ "id": "gpt-4o", "family": "acme-tiles" }"""));
        root["prices"]!.AsArray().Add(JsonNode.Parse("""{ "model": "gpt-4o", "from": "2026-11-21", "input": 1, "source": "Me", "date": "2026-11-21", "confidence": "Estimate" }"""));
        string[] changes = _folder.Update(root.ToJsonString());
        Assert.Contains($"Changed Model gpt-4o family: {shipped.Family.Name} -> acme-tiles", changes);
        Assert.Contains("Changed Price gpt-4o@Vendor input: 2.5 -> 1", changes);
        Assert.Equal("acme-tiles", _folder.Load().Resolve("gpt-4o").Family.Name);
        Assert.Equal("gpt-4o Vendor 2026-11-21: 0 1 - - - - -", _folder.Price("gpt-4o"));
    }

    [Fact]
    public void The_file_holds_what_differs_from_what_ships_and_what_it_held_before()
    {
        _folder.Update(Updates.Models);
        _folder.Update("""
            { "schemaVersion": 2, "date": "2099-11-20", "prices": [
                { "model": "acme-two", "input": 5, "source": "Acme, pr\u00fcfe + <b>", "date": "2099-11-20", "confidence": "Documented" } ] }
            """);
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(_folder.Target));
        Assert.Equal(2, file.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("2099-11-20", file.RootElement.GetProperty("date").GetString());
        Assert.Equal("acme-tiles", Assert.Single(file.RootElement.GetProperty("families").EnumerateObject()).Name);
        Assert.Equal(2, file.RootElement.GetProperty("models").GetArrayLength());
        Assert.Equal(2, file.RootElement.GetProperty("prices").GetArrayLength());
        Assert.Contains("prüfe + <b>", File.ReadAllText(_folder.Target), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2099-11-19", true)]
    [InlineData("2099-10", true)]
    [InlineData("2099-11", false)]
    [InlineData("2099-11-20", false)]
    [InlineData("2099-11-21", false)]
    public void An_older_catalog_than_the_updated_one_is_refused_unless_forced(string date, bool isRefused)
    {
        _folder.Update(With(root => root["date"] = "2099-11-20"));
        string other = With(root => (root["date"], root["prices"]![0]!["input"]) = (date, 9));
        if (isRefused)
        {
            Assert.Contains(date, Updates.Invalid(() => _folder.Read(other)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(["Changed Price acme-one@Vendor input: 4 -> 9"], _folder.Update(other, force: isRefused));
    }

    public void Dispose() => _folder.Dispose();

    private static string With(Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(Updates.Models)!;
        change(root);
        return root.ToJsonString();
    }
}

using System.Text.Json.Nodes;
using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>A bad row of a newer catalog is reported and left out, with what needs it; the others are taken.</summary>
public sealed class BadRowTests : IDisposable
{
    private readonly UpdateFolder _folder = new();
    private readonly List<MediaException> _bad = [];

    [Fact]
    public void A_bad_family_takes_the_models_along_that_need_it_and_their_prices()
    {
        string[] changes = Update(root =>
        {
            root["families"]!["acme-tiles"]!["media"] = "Image";
            root["models"]!.AsArray().Add(JsonNode.Parse("""{ "id": "acme-ship", "family": "gemini-3" }"""));
        });
        Assert.Equal(4, _bad.Count);
        Reported(0, "family 'acme-tiles': field 'media'");
        Reported(1, "model 'acme-one': field 'family' names 'acme-tiles', whose own row is bad");
        Reported(2, "model 'acme-two': field 'family'");
        Reported(3, "price 1, of 'acme-one': field 'model'");
        Assert.Equal(["Added Model acme-ship family: - -> gemini-3"], changes);
    }

    [Fact]
    public void A_bad_family_that_is_there_already_keeps_its_values()
    {
        _folder.Update(Updates.Models);
        string before = _folder.Load().Resolve("acme-one").Family.Rule.Describe();
        string[] changes = Update(root =>
        {
            root["families"]!["acme-tiles"]!["constants"]!["tokensPerTile"] = -1;
            root["models"]![0]!["aliases"] = new JsonArray("other");
            root["models"]![1]!["history"] = JsonNode.Parse("""[ { "family": "acme-tiles", "from": "2026-01-01" } ]""");
            root["models"]![1]!["family"] = "gemini-3";
            root["models"]![1]!["from"] = "2026-03-01";
            root["prices"]![0]!["input"] = 3;
        });
        Assert.Equal(3, _bad.Count);
        Reported(2, "model 'acme-two': field 'family' names 'acme-tiles'");
        Assert.Equal(["Changed Price acme-one@Vendor input: 4 -> 3"], changes);
        Assert.Equal(before, _folder.Load().Resolve("acme-first").Family.Rule.Describe());
    }

    [Theory]
    [InlineData("prices/0/input", "-1", "price 1, of 'acme-one': field 'input'")]
    [InlineData("prices/0/input", "\"4\"", "price 1, of 'acme-one': field 'input'")]
    [InlineData("prices/0/input", "10001", "price 1, of 'acme-one': field 'input'")]
    [InlineData("prices/0/from", "\"soon\"", "price 1, of 'acme-one': field 'from'")]
    [InlineData("prices/0/model", "\"acme-nine\"", "price 1, of 'acme-nine': field 'model'")]
    [InlineData("prices/0/imput", "4", "price 1, of 'acme-one': field 'imput'")]
    [InlineData("prices/0", "4", "price 1: must be an object")]
    [InlineData("models/1", "[]", "model 2: must be an object")]
    [InlineData("models/1/id", "\"ACME-ONE\"", "model 'ACME-ONE': field 'id' 'ACME-ONE' is there twice")]
    [InlineData("models/1/from", "5", "model 'acme-two': field 'from'")]
    public void A_bad_row_is_named_with_its_field(string place, string json, string named)
    {
        string[] changes = Update(root =>
        {
            string[] steps = place.Split('/');
            JsonNode row = root[steps[0]]!;
            int index = int.Parse(steps[1], null);
            if (steps.Length == 2)
            {
                row[index] = JsonNode.Parse(json);
            }
            else
            {
                row[index]![steps[2]] = JsonNode.Parse(json);
            }
        });
        Assert.Single(_bad);
        Reported(0, named);
        Assert.NotEmpty(changes);
        _folder.Load();
    }

    [Fact]
    public void Two_prices_of_one_day_are_one_too_many()
    {
        Update(root => root["prices"]!.AsArray().Add(root["prices"]![0]!.DeepClone()));
        Reported(0, "price 2, of 'acme-one': field 'from'");
    }

    [Theory]
    [InlineData("""{ "schemaVersion": 3, "date": "2099-11-20" }""")]
    [InlineData("""{ "schemaVersion": 2 }""")]
    [InlineData("""{ "schemaVersion": 2, "date": "2099-11-20", "model": [] }""")]
    [InlineData("""{ "schemaVersion": 2, "date": "2099-11-20", "models": {} }""")]
    [InlineData("""{ "schemaVersion": 2, "date": "2099-11-20", "families": [] }""")]
    [InlineData("""{ "schemaVersion": 2, "date": "2099-11-20", "models": [], "models": [] }""")]
    [InlineData("""{ "date": "2099-11-20", "models": [] }""")]
    public void What_is_no_catalog_as_a_whole_is_refused(string json)
    {
        Updates.Invalid(() => _folder.Read(json, bad: _bad));
        Assert.Empty(_bad);
    }

    [Fact]
    public void Bad_prices_of_another_project_are_reported_and_the_others_taken()
    {
        _folder.Update(Updates.Models);
        string[] changes = _folder.Update(
            """{ "acme-one": { "litellm_provider": "acme", "input_cost_per_token": -1 }, "acme-two": { "litellm_provider": "acme", "input_cost_per_token": 1e-6 } }""",
            bad: _bad);
        Reported(0, "model 'acme-one': field 'input_cost_per_token'");
        Assert.Equal(["Added Price acme-two@Vendor input: - -> 1"], changes);
    }

    [Theory]
    [InlineData("no catalog")]
    [InlineData("""{ "schemaVersion": 2, "date": "2099-11-20", "models": [ { "id": "broken" }, { "id": "acme-ship", "family": "gemini-3" } ] }""")]
    public void An_updated_catalog_that_no_command_can_read_is_mended(string present)
    {
        _folder.Scratch.Put("home/catalog.json", Updates.Bytes(present));
        Updates.Invalid(() => _folder.Load());
        CatalogUpdate update = _folder.Read("""{ "schemaVersion": 2, "date": "2099-11-21" }""", bad: _bad);
        Assert.Single(_bad);
        Assert.Empty(update.Changes);
        Assert.True(update.Write());
        Assert.Equal(present, File.ReadAllText(_folder.Previous));
        Assert.Equal(present.Contains("acme-ship", StringComparison.Ordinal), _folder.Load().Models.Any(model => model.Id == "acme-ship"));
    }

    public void Dispose() => _folder.Dispose();

    private string[] Update(Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(Updates.Models)!;
        change(root);
        return _folder.Update(root.ToJsonString(), bad: _bad);
    }

    private void Reported(int index, string text)
    {
        Assert.Equal(MediaErrorId.InvalidCatalog, _bad[index].Id);
        Assert.Contains(text, _bad[index].Message, StringComparison.OrdinalIgnoreCase);
    }
}

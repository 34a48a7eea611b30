using System.Text.Json;

namespace MediaTokens.Tool.Tests;

/// <summary>What is known of the models, and since when.</summary>
public sealed class ModelsTests : IDisposable
{
    private readonly Workspace _files = new();
    private readonly string _catalog;

    public ModelsTests() => _catalog = PricedCatalog.Write(_files);

    public void Dispose() => _files.Dispose();

    private ToolResult Run(params string[] arguments) => ToolProcess.Run(["models", "--catalog", _catalog, .. arguments]);

    [Fact]
    public void A_table_has_the_prices_and_marks_what_is_old()
    {
        ToolResult result = Run("house-*", "--as-of", PricedCatalog.Day);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Matches("^Model +Vendor +Settings +Recommended +USD/1M +Date +Constants$", result.Lines[0]);
        Assert.Matches("^house-dear +House +Auto Low High +10[.]00 +2026-01 +85 [+] 170 ", result.Lines[2]);
        Assert.Matches("^house-cheap +House +Auto Low High +0[.]001 +2026-01 +85 [+] 170 ", result.Lines[3]);
        Assert.Matches("^house-unpriced +House +Auto Low High +- +2025-01 ! +0 [+] 1000 ", result.Lines[4]);
        Assert.Equal($"4 models as of {PricedCatalog.Day}; USD/1M is the price of a million input tokens; ! marks a source older than a year", result.Lines[^1]);
    }

    [Fact]
    public void The_values_are_those_of_the_day()
    {
        ToolResult result = Run("house-*", "--as-of", "2025-12-31", "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        JsonElement[] models = [.. result.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["house-dear", "house-cheap", "house-unpriced"], models.Select(model => model.GetProperty("name").GetString()));
        Assert.Equal(("2025-01-01", "House, old tiles"), (models[1].GetProperty("from").GetString(), models[1].GetProperty("source").GetString()));
        Assert.Equal(2, models[1].GetProperty("history").GetArrayLength());
        Assert.Equal(2, models[1].GetProperty("priceHistory").GetArrayLength());
        Assert.Equal(0.001m, models[1].GetProperty("inputPrice").GetDecimal());
        Assert.All(models, model => Assert.Equal("2025-12-31", model.GetProperty("asOf").GetString()));
    }

    [Fact]
    public void A_model_of_a_later_day_is_told_apart_from_one_that_is_unknown()
    {
        ToolResult result = Run("house-levels,house-dear", "--as-of", "2025-12-31", "--json");
        Assert.Equal((1, 1), (result.ExitCode, result.Lines.Length));
        Assert.Contains("[NotYetPublished]", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, Run("house-levels", "--as-of", "2025-12-31").ExitCode);
    }

    [Fact]
    public void Csv_parts_texts_by_what_no_text_has()
    {
        List<string[]> csv = Csv.Parse(Run("house-dear", "--as-of", PricedCatalog.Day, "--csv").Output);
        string tiers = csv[1][Array.IndexOf(csv[0], "priceTiers")];
        Assert.Equal("above 1000 tokens: input 20, cached 2, batch 10", tiers);
        csv = Csv.Parse(Run("house-cheap", "--as-of", PricedCatalog.Day, "--csv").Output);
        Assert.Equal(2, csv[1][Array.IndexOf(csv[0], "priceHistory")].Split(" | ").Length);
    }

    [Fact]
    public void A_day_that_is_none_ends_with_2()
    {
        ToolResult result = Run("--as-of", "yesterday");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("mediatokens: --as-of does not take 'yesterday': ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_the_day_and_shows_examples()
    {
        string output = ToolProcess.Run("models", "--help").Output;
        Assert.All((string[])["--as-of", "--catalog", "--json", "--csv", "mediatokens models gpt-5-mini --json"], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }
}

using System.Text.Json;

namespace MediaTokens.Tool.Tests;

/// <summary>What tokens cost in money.</summary>
public sealed class PriceTests : IDisposable
{
    private readonly Workspace _files = new();
    private readonly string _catalog;

    public PriceTests() => _catalog = PricedCatalog.Write(_files);

    public void Dispose() => _files.Dispose();

    private ToolResult Run(params string[] arguments) =>
        ToolProcess.Run(["cost", "--catalog", _catalog, .. arguments.Contains("--as-of") ? [] : (string[])["--as-of", PricedCatalog.Day], .. arguments]);

    private JsonElement One(params string[] arguments)
    {
        ToolResult result = Run([.. arguments, "--json"]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        return JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
    }

    [Theory]
    [InlineData("0.00255")]
    [InlineData("0.00255", "--price", "Standard")]
    [InlineData("0.000255", "--price", "cached")]
    [InlineData("0.001275", "--price", "BATCH")]
    [InlineData("0.0051", "--prompt-tokens", "1001")]
    [InlineData("0.00255", "--prompt-tokens", "1000")]
    [InlineData("0.000510", "--prompt-tokens", "5000", "--price", "cached")]
    [InlineData("0.002346", "--currency", "eur", "--exchange-rate", "0.92")]
    [InlineData("0.00255", "--currency", "Usd")]
    [InlineData("0.00255", "--currency", "USD", "--exchange-rate", "1")]
    public void The_price_and_the_currency_are_those_asked_for(string cost, params string[] options)
    {
        JsonElement one = One(["--size", "512x512", "-m", "house-dear", .. options]);
        Assert.Equal(255, one.GetProperty("tokens").GetInt64());
        Assert.Equal(decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture), one.GetProperty("cost").GetDecimal());
    }

    [Fact]
    public void A_cost_says_its_currency_price_and_source()
    {
        JsonElement cost = One("--size", "512x512", "-m", "house-dear", "--price", "batch", "--currency", "chf", "--exchange-rate", "0.8");
        Assert.Equal(("CHF", "Batch", 4m), (cost.GetProperty("currency").GetString(), cost.GetProperty("price").GetString(), cost.GetProperty("pricePerMillion").GetDecimal()));
        Assert.StartsWith("House, prices", cost.GetProperty("priceSource").GetString(), StringComparison.Ordinal);
        Assert.Equal(PricedCatalog.Day, cost.GetProperty("asOf").GetString());
    }

    [Fact]
    public void A_small_cost_has_no_exponent_and_all_its_digits()
    {
        string[] options = ["--size", "512x512", "-m", "house-cheap", "--price", "cached"];
        Assert.Contains("\"cost\":0.0000000000255,", Run([.. options, "--json"]).Output, StringComparison.Ordinal);
        List<string[]> csv = Csv.Parse(Run([.. options, "--csv"]).Output);
        Assert.Equal("0.0000000000255", csv[1][Array.IndexOf(csv[0], "cost")]);
        Assert.Matches(@"^512x512 +house-cheap +High +255 +0\.000000000026 +512x512", Run(options).Lines[2]);
    }

    [Theory]
    [InlineData("2026-06-30", 255, "0.000000255")]
    [InlineData("2026-07-01", 255, "0.00051")]
    [InlineData("2025-12-31", 1000, "0.000001")]
    public void The_values_are_those_of_the_day(string day, long tokens, string cost)
    {
        JsonElement one = One("--size", "512x512", "-m", "house-cheap", "--as-of", day);
        Assert.Equal(tokens, one.GetProperty("tokens").GetInt64());
        Assert.Equal(decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture), one.GetProperty("cost").GetDecimal());
        Assert.Equal(day, one.GetProperty("asOf").GetString());
    }

    [Fact]
    public void A_day_before_all_values_is_a_failure_of_the_model()
    {
        ToolResult result = Run("--size", "512x512", "-m", "house-levels", "--as-of", "2025-12-31");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("mediatokens: house-levels: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("[NotYetPublished]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_price_there_is_none_and_the_reason_is_told()
    {
        JsonElement cost = One("--size", "512x512", "-m", "house-unpriced");
        Assert.All((string[])["cost", "minCost", "maxCost", "pricePerMillion", "priceSource"], name => Assert.Equal(JsonValueKind.Null, cost.GetProperty(name).ValueKind));
        Assert.Contains("No price of house-unpriced", cost.GetProperty("costNote").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_lines_the_costs_up_at_their_points_and_sums_them()
    {
        ToolResult result = Run("--size", "512x512", "--size", "2560x1669", "-m", "house-dear,house-unpriced");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Matches("^File +Model +Setting +Tokens +Cost +Working$", result.Lines[0]);
        Assert.Matches(@"^512x512 +house-dear +High +255 +0\.0026 +512x512", result.Lines[2]);
        Assert.Matches(@"^512x512 +house-unpriced +High +1000 +- +512x512", result.Lines[3]);
        Assert.Matches(@"^2560x1669 +house-dear +High +1105 +0\.0221 +2560x1669", result.Lines[4]);
        Assert.Equal(result.Lines[2].IndexOf("0.0026", StringComparison.Ordinal), result.Lines[4].IndexOf("0.0221", StringComparison.Ordinal));
        Assert.Single(result.Lines[2..6].Select(line => line.LastIndexOf("  ", line.IndexOf(" tiles", StringComparison.Ordinal), StringComparison.Ordinal)).Distinct());
        Assert.Equal("2 images: house-dear 1360 tokens, 0.0247 USD; house-unpriced 7000 tokens, 2 without a price", result.Lines[^1]);
    }

    [Fact]
    public void A_table_of_photos_stays_within_120_columns()
    {
        _files.Add("boardwalk.jpg");
        Assert.All(ToolProcess.Run("cost", _files.Root).Lines, line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void The_models_of_a_pattern_count_what_they_take_and_are_summed_below_each_other()
    {
        string[] inputs = [_files.Add("in/phone.mov", "inbox/phone.mov"), _files.Add("in/photo.jpg", "inbox/photo.jpg"), _files.Add("in/report.pdf", "inbox/report.pdf")];
        ToolResult result = Run([_files["in"], "-m", "house-*", "--media-resolution", "low"]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(inputs.Select(Path.GetFileName), result.Lines[2..^5].Select(line => line.Split(' ')[0]).Distinct());

        result = Run([_files["in"], "-m", "house-*"]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        string[] sums = result.Lines[^5..];
        Assert.Equal("3 files:", sums[0]);
        Assert.Equal("house-levels    7863 tokens, 0.0111 USD", sums[1]);
        Assert.Equal("house-dear      1105 tokens, 0.0221 USD, 1 of 3 files", sums[2]);
        Assert.Equal("house-cheap     1105 tokens, 0.0000011 USD, 1 of 3 files", sums[3]);
        Assert.Equal("house-unpriced  6000 tokens, 1 without a price, 1 of 3 files", sums[4]);
    }

    [Fact]
    public void The_rows_of_many_models_for_one_file_are_not_told_twice()
    {
        ToolResult result = Run("--size", "512x512", "-m", "house-*", "--currency", "EUR", "--exchange-rate", "0.9");
        Assert.Equal(2 + 4 + 1, result.Lines.Length);
        Assert.Equal("1 image: costs in EUR", result.Lines[^1]);
    }

    [Fact]
    public void A_model_that_is_named_still_fails_for_what_it_does_not_take()
    {
        ToolResult result = Run(_files.Add("phone.mov", "inbox/phone.mov"), "-m", "house-dear,house-levels", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.Contains("[MediaTypeNotSupported]", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}

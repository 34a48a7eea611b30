using System.Text.Json;

namespace MediaTokens.Tool.Tests;

/// <summary>Which model and setting is cheapest.</summary>
public sealed class CompareTests : IDisposable
{
    private static readonly string[] Names = ["phone.mov", "photo.jpg", "report.pdf", "scan.pdf", "screen.webm"];

    private readonly Workspace _files = new();
    private readonly string _catalog;

    public CompareTests() => _catalog = PricedCatalog.Write(_files);

    public void Dispose() => _files.Dispose();

    private ToolResult Run(params string[] arguments) => ToolProcess.Run(["compare", "--catalog", _catalog, "--as-of", PricedCatalog.Day, .. arguments]);

    private JsonElement[] Rows(params string[] arguments)
    {
        ToolResult result = Run([.. arguments, "--json"]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        return [.. result.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private string Inbox()
    {
        Array.ForEach(Names, name => _files.Add("inbox/" + name, "inbox/" + name));
        return _files["inbox"];
    }

    [Fact]
    public void A_size_has_one_row_for_each_model_and_setting_the_cheapest_first()
    {
        ToolResult result = Run("--size", "512x512", "-m", "house-*");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Matches("^Rank +Model +Setting +Items +Tokens +Cost +xCheapest +Confidence$", result.Lines[0]);
        Assert.Equal(
            [
                "1 house-cheap Low 1 85 0.000000085 1.00 Documented",
                "2 house-cheap High* 1 255 0.00000026 3.00 Documented",
                "3 house-levels Low 1 100 0.00010 1176.47 Documented",
                "4 house-dear Low 1 85 0.00085 10000.00 Documented",
                "5 house-levels Unspecified* 1 1000 0.0010 11764.71 Documented",
                "6 house-dear High* 1 255 0.0026 30000.00 Documented",
                "7 house-unpriced Low 1 0 - - Documented",
                "8 house-unpriced High* 1 1000 - - Documented",
            ],
            result.Lines[2..^2].Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.StartsWith($"1 item: costs in USD at standard prices of {PricedCatalog.Day}; * ", result.Lines[^2], StringComparison.Ordinal);
        Assert.Contains("--json", result.Lines[^1], StringComparison.Ordinal);
        Assert.All(result.Lines, line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void A_mixed_folder_ranks_those_that_count_everything_first()
    {
        ToolResult result = Run(Inbox(), "-m", "house-*");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        string[] rows = [.. result.Lines[2..^2].Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..4]))];
        Assert.Equal(["house-levels Low 5", "house-levels Unspecified* 5", "house-cheap Low 1/5", "house-cheap High* 1/5"], rows[..4]);
        Assert.Matches(@" 1\.00  Documented$", result.Lines[2]);
        Assert.Matches(@" -  Documented$", result.Lines[4]);
        Assert.StartsWith("5 items: ", result.Lines[^2], StringComparison.Ordinal);
        JsonElement cheap = Rows(_files["inbox"], "-m", "house-*")[2];
        Assert.Equal((1, 4), (cheap.GetProperty("items").GetInt32(), cheap.GetProperty("uncounted").GetInt32()));
        Assert.StartsWith("phone.mov: house-cheap does not take videos", cheap.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sums_are_those_of_cost()
    {
        JsonElement row = Rows(Inbox(), "-m", "house-levels")[1];
        Assert.True(row.GetProperty("isDefault").GetBoolean());
        ToolResult costs = ToolProcess.Run("cost", _files["inbox"], "--catalog", _catalog, "--as-of", PricedCatalog.Day, "-m", "house-levels", "--json");
        JsonElement[] each = [.. costs.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(each.Sum(cost => cost.GetProperty("tokens").GetInt64()), row.GetProperty("tokens").GetInt64());
        Assert.Equal(each.Sum(cost => cost.GetProperty("cost").GetDecimal()), row.GetProperty("cost").GetDecimal());
        Assert.Equal(each.Max(cost => cost.GetProperty("tokens").GetInt64()), row.GetProperty("mostPerItem").GetInt64());
    }

    [Fact]
    public void Json_and_csv_have_every_property_in_order()
    {
        string[] properties = [.. typeof(MediaTokenComparison).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];
        Assert.All(Rows("--size", "512x512", "-m", "house-*"), row => Assert.Equal(properties, row.EnumerateObject().Select(property => property.Name)));
        List<string[]> csv = Csv.Parse(Run("--size", "512x512", "-m", "house-cheap", "--csv").Output);
        Assert.Equal(properties, csv[0]);
        Assert.Equal(["0.000000085", "0.000000255"], csv.Skip(1).Select(record => record[Array.IndexOf(properties, "cost")]));
    }

    [Fact]
    public void Top_shows_the_first_rows()
    {
        ToolResult result = Run("--size", "512x512", "-m", "house-*", "--top", "2");
        Assert.Equal(2, result.Lines.Count(line => line.Contains("house-", StringComparison.Ordinal)));
        Assert.StartsWith("1 item, 2 of 8 rows: ", result.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(3, Rows("--size", "512x512", "-m", "house-*", "--top", "3").Length);
    }

    [Fact]
    public void Spread_shows_the_settings_of_each_model_together()
    {
        ToolResult result = Run(Inbox(), "-m", "house-*", "--spread", "--top", "2");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Matches("^Model +Setting +Items +Tokens +Least +Mean +Most +xLowest +Cost$", result.Lines[0]);
        Assert.Matches(@"^house-levels +Low +5 +\d+ +100 +\d+ +\d+ +1\.00 +0\.\d+$", result.Lines[2]);
        Assert.Matches(@"^house-levels +Unspecified\* +5 +\d+ +1000 +\d+ +9500 +\d+\.\d\d +0\.\d+$", result.Lines[3]);
        Assert.Matches(@"^house-cheap +Low +1/5 +85 +85 +85 +85 +1\.00 +", result.Lines[4]);
        Assert.Matches(@"^house-cheap +High\* +1/5 +1105 +1105 +1105 +1105 +13\.00 +", result.Lines[5]);
        Assert.StartsWith("5 items, 4 of 8 rows: ", result.Lines[6], StringComparison.Ordinal);
        Assert.Equal(
            ["house-cheap", "house-cheap", "house-levels", "house-levels"],
            Rows("--size", "512x512", "-m", "house-levels,house-cheap", "--spread").Select(row => row.GetProperty("model").GetString()));
    }

    [Fact]
    public void A_bad_file_is_told_and_the_others_are_compared()
    {
        _files.Add("in/a.jpg");
        _files.Write("in/bad.jpg", "");
        ToolResult result = Run(_files["in"], _files["gone.png"], "-m", "house-dear");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[EmptyFile]", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("[FileNotFound]", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.StartsWith("1 item, 2 failures: ", result.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_come_from_standard_input_and_sizes_beside_them()
    {
        string input = string.Join('\n', Enumerable.Repeat(_files.Add("a.jpg"), 300));
        ToolResult result = ToolProcess.Run(
            input, new Dictionary<string, string>(), "compare", "-", "--size", "2560x1669", "--catalog", _catalog, "--as-of", PricedCatalog.Day, "-m", "house-dear", "--json");
        JsonElement row = JsonDocument.Parse(result.Lines[1]).RootElement;
        Assert.Equal((301, 301 * 1105), (row.GetProperty("items").GetInt32(), row.GetProperty("tokens").GetInt64()));
        Assert.Equal(301 * 0.0221m, row.GetProperty("cost").GetDecimal());
    }

    [Fact]
    public void What_no_model_counts_is_no_error()
    {
        string video = _files.Add("phone.mov", "inbox/phone.mov");
        JsonElement named = Rows(video, "-m", "house-dear")[0];
        Assert.Equal((0, 1), (named.GetProperty("items").GetInt32(), named.GetProperty("uncounted").GetInt32()));
        ToolResult pattern = Run(video, "-m", "house-d*");
        Assert.Equal((0, ""), (pattern.ExitCode, pattern.Error));
        Assert.Equal(["1 item", "No model counts any of them; name one with --model to see why."], pattern.Lines);
    }

    [Theory]
    [InlineData("house-d*")]
    [InlineData("house-dear")]
    public void Models_that_all_refuse_the_settings_are_told(string model)
    {
        ToolResult result = Run("--size", "512x512", "-m", model, "--images-per-request", "21");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("mediatokens: house-dear: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("[LimitExceeded]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_models_are_compared_by_default()
    {
        string[] models = [.. Rows("--size", "512x512").Select(row => row.GetProperty("model").GetString()!).Distinct()];
        Assert.Contains("gpt-4o", models);
        Assert.Contains("house-dear", models);
    }

    [Fact]
    public void Nothing_to_compare_is_no_failure()
    {
        Directory.CreateDirectory(_files["empty"]);
        ToolResult result = Run(_files["empty"], "-m", "house-*");
        Assert.Equal((0, "", "0 items"), (result.ExitCode, result.Error, Assert.Single(result.Lines)));
    }

    [Theory]
    [InlineData("No PATH is given")]
    [InlineData("--top does not take '0'", "--size", "1x1", "--top", "0")]
    [InlineData("There is no option '--detail'", "--size", "1x1", "--detail", "high")]
    [InlineData("[UnknownModel]", "--size", "1x1", "-m", "no-such-model")]
    public void What_makes_no_sense_ends_with_2_and_says_why(string message, params string[] arguments)
    {
        ToolResult result = Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_option_and_the_exit_codes()
    {
        string output = ToolProcess.Run("compare", "--help").Output;
        string[] expected =
        [
            "-m, --model", "[default: *]", "--top", "--spread", "--size", "--uri", "-r, --recurse", "--price <standard|cached|batch>", "--currency", "--exchange-rate", "--prompt-tokens",
            "--price-catalog", "--as-of", "--images-per-request", "--base-model", "--basis", "--catalog", "--pages", "--json", "--csv", "mediatokens compare photos --recurse", "Exit codes:",
        ];
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain("--detail", output, StringComparison.Ordinal);
    }
}

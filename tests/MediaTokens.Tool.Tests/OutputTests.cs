using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class OutputTests : IDisposable
{
    private const string Working = "2560x1669 -> 2048x1335 -> 1178x768 -> 3x2 tiles: 85 + 6 x 170 = 1105";

    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    private static string[] Properties(Type type) => [.. type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    [Fact]
    public void Json_has_every_property_in_order_with_the_working()
    {
        ToolResult result = ToolProcess.Run("cost", _files.Add("boardwalk.jpg"), "--detail", "high", "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(Working, result.Output, StringComparison.Ordinal);
        JsonElement cost = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(Properties(typeof(MediaTokenCost)), cost.EnumerateObject().Select(property => property.Name));
        Assert.Equal(1105, cost.GetProperty("tokens").GetInt64());
        Assert.Equal(Working, cost.GetProperty("explanation").GetString());
        Assert.Equal(_files["boardwalk.jpg"], cost.GetProperty("path").GetString());
        Assert.Equal(JsonValueKind.Null, cost.GetProperty("billedTokens").ValueKind);
        Assert.False(cost.GetProperty("isEstimate").GetBoolean());
    }

    [Fact]
    public void Csv_has_a_header_and_quotes_what_needs_it()
    {
        string name = OperatingSystem.IsWindows() ? "a, b.jpg" : "a, \"b\"\nc.jpg";
        ToolResult result = ToolProcess.Run("cost", _files.Add(name), "--size", "2560x1669", "--csv");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        List<string[]> records = Csv.Parse(result.Output);
        Assert.Equal(3, records.Count);
        Assert.Equal(Properties(typeof(MediaTokenCost)), records[0]);
        Assert.All(records, record => Assert.Equal(records[0].Length, record.Length));
        Assert.Equal([_files[name], name], records[1][..2]);
        Assert.Equal(Working, records[2][Array.IndexOf(records[0], "explanation")]);
        Assert.Equal("", records[2][0]);
        Assert.Equal("170", records[2][Array.IndexOf(records[0], "tokensPerUnit")]);
    }

    [Fact]
    public void Csv_has_its_header_when_nothing_comes()
    {
        ToolResult result = ToolProcess.Run("cost", _files.Root, "--csv");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("path,name,", Assert.Single(result.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_shows_the_working_and_the_sums()
    {
        _files.Add("a.jpg");
        _files.Write("bad.jpg", "");
        _files.Add("below/with a much longer name.png", "screenshot.png");
        ToolResult result = ToolProcess.Run("cost", _files.Root, "-r", "--detail", "high");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(5, result.Lines.Length);
        Assert.Matches("^File +Model +Setting +Tokens +Cost +Working$", result.Lines[0]);
        Assert.Matches($"^a.jpg +gpt-4o +High +1105 +[0-9.-]+ +{System.Text.RegularExpressions.Regex.Escape(Working)}$", result.Lines[2]);
        Assert.StartsWith(Path.Combine("below", "with a much longer name.png") + "  gpt-4o", result.Lines[3], StringComparison.Ordinal);
        Assert.StartsWith("2 images, 1 failure: gpt-4o 2210 tokens, ", result.Lines[4], StringComparison.Ordinal);
        Assert.Single(result.Lines.Take(4).Select(line => line.IndexOf("gpt-4o", StringComparison.Ordinal)).Where(column => column > 0).Distinct());
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void A_table_has_a_column_for_billed_figures_where_a_model_has_them()
    {
        ToolResult result = ToolProcess.Run("cost", "--size", "2560x1669", "-m", "gpt-4o,gemini-3-pro");
        Assert.Matches("^File +Model +Setting +Tokens +Cost +Billed +Working$", result.Lines[0]);
        Assert.Contains("gemini-3-pro 1120 tokens (billed 1107)", result.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_many_files_has_one_header()
    {
        for (int i = 0; i < 450; i++)
        {
            _files.Add($"{i:000}.gif", "icon.gif");
        }

        ToolResult result = ToolProcess.Run("cost", _files.Root);
        Assert.Equal(450 + 3, result.Lines.Length);
        Assert.Equal(Enumerable.Range(0, 450).Select(i => $"{i:000}.gif"), result.Lines[2..^1].Select(line => line[..7]));
        Assert.StartsWith("450 images: gpt-4o ", result.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Models_are_listed_with_all_they_have()
    {
        ToolResult json = ToolProcess.Run("models", "gemini-3-*", "gpt-4o", "--json");
        Assert.Equal(0, json.ExitCode);
        JsonElement[] models = [.. json.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal("gpt-4o", models[^1].GetProperty("name").GetString());
        Assert.True(models.Length > 2);
        Assert.Equal(Properties(typeof(MediaTokenModel)), models[0].EnumerateObject().Select(property => property.Name));
        Assert.Contains("UltraHigh", models[0].GetProperty("partMediaResolutions").EnumerateArray().Select(value => value.GetString()));

        List<string[]> csv = Csv.Parse(ToolProcess.Run("models", "gpt-4o", "--csv").Output);
        Assert.Equal(Properties(typeof(MediaTokenModel)), csv[0]);
        Assert.Equal("Auto;Low;High", csv[1][Array.IndexOf(csv[0], "details")]);

        ToolResult table = ToolProcess.Run("models");
        Assert.Contains(table.Lines, line => line.StartsWith("gpt-4o ", StringComparison.Ordinal) && line.Contains("85 + 170 per 512 px tile", StringComparison.Ordinal));
        Assert.Contains(table.Lines, line => line.StartsWith("gemini-3-pro-preview ", StringComparison.Ordinal) && line.Contains(" Image High, Video Low, Pdf Medium ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_catalog_comes_from_the_option_or_the_environment()
    {
        string mine = _files.Write("mine.json", """{ "schemaVersion": 1, "date": "2026-01-01", "models": [ { "id": "house-model", "family": "openai-tile-85-170" } ] }""");
        string bad = _files.Write("bad.json", "{");
        Dictionary<string, string> environment = new() { ["MEDIATOKENS_CATALOG"] = mine };
        ToolResult byOption = ToolProcess.Run("cost", "--size", "2560x1669", "-m", "house-model", "--catalog", mine);
        ToolResult byEnvironment = ToolProcess.Run("", environment, "models", "house-model", "--json");
        ToolResult refused = ToolProcess.Run("", environment, "models", "--catalog", bad);
        Assert.Equal(("", 0), (byOption.Error, byOption.ExitCode));
        Assert.Contains(Working, byOption.Output, StringComparison.Ordinal);
        Assert.Equal(mine, JsonDocument.Parse(byEnvironment.Output).RootElement.GetProperty("catalogPath").GetString());
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith($"mediatokens: {bad}: ", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("[InvalidCatalog]", refused.Error, StringComparison.Ordinal);
    }
}

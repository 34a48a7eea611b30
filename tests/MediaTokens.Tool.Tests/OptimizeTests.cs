using System.Globalization;
using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class OptimizeTests : IDisposable
{
    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    private static JsonElement[] Objects(ToolResult result) => [.. result.Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    [EngineFact]
    public void Json_has_every_property_in_order_and_tells_what_the_file_is()
    {
        string source = _files.Add("boardwalk.jpg");
        ToolResult result = ToolProcess.Run("optimize", source, "--destination", _files["upload"], "--detail", "high", "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        JsonElement image = Assert.Single(Objects(result));
        Assert.Equal(
            typeof(OptimizedImage).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
            image.EnumerateObject().Select(property => property.Name));
        string path = _files[Path.Combine("upload", "boardwalk.jpg")];
        Assert.Equal((path, source), (image.GetProperty("path").GetString(), image.GetProperty("source").GetString()));
        Assert.Equal(new FileInfo(path).Length, image.GetProperty("bytes").GetInt64());
        Assert.Equal(("2560x1669", "1178x768"), (image.GetProperty("sourceSize").GetString(), image.GetProperty("size").GetString()));
        Assert.InRange(image.GetProperty("duration").GetDecimal(), 0.001m, 60m);
        Assert.Equal(File.ReadAllBytes(Workspace.Sample("boardwalk.jpg")), File.ReadAllBytes(source));

        JsonElement cost = Assert.Single(Objects(ToolProcess.Run("cost", path, "--detail", "high", "--json")));
        Assert.Equal(cost.GetProperty("size").GetString(), image.GetProperty("size").GetString());
        Assert.Equal(cost.GetProperty("tokens").GetInt64(), image.GetProperty("tokens").GetInt64());
    }

    [EngineFact]
    public void Csv_has_the_same_fields()
    {
        ToolResult result = ToolProcess.Run("optimize", _files.Add("a.jpg"), "--destination", _files["upload"], "--csv");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        List<string[]> records = Csv.Parse(result.Output);
        Assert.Equal(typeof(OptimizedImage).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)), records[0]);
        Assert.Equal(2, records.Count);
        Assert.Equal("Resized", records[1][Array.IndexOf(records[0], "action")]);
    }

    [EngineFact]
    public void A_table_shows_each_change_and_the_sums()
    {
        _files.Add("photos/a.jpg");
        _files.Add("photos/below/with a much longer name.jpg", "portrait.jpg");
        ToolResult result = ToolProcess.Run("optimize", _files["photos"], "-r", "--destination", _files["upload"], "--detail", "high", "--quality", "60");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(5, result.Lines.Length);
        Assert.Matches("^File +Size +Bytes +Tokens +Result$", result.Lines[0]);
        Assert.Matches("^a.jpg +2560x1669 -> 1178x768 +34.5 KB -> [0-9.]+ KB +1105 +Resized: Jpeg 60, [A-Za-z-]+$", result.Lines[2]);
        Assert.StartsWith(Path.Combine("below", "with a much longer name.jpg") + "  3024x4032 -> 768x1024", result.Lines[3], StringComparison.Ordinal);
        Assert.Matches("^2 images: [0-9.]+ KB -> [0-9.]+ KB, 1870 tokens$", result.Lines[4]);
        Assert.Equal(result.Lines[2].IndexOf("Resized", StringComparison.Ordinal), result.Lines[3].IndexOf("Resized", StringComparison.Ordinal));
    }

    [EngineFact]
    public void The_good_files_come_through_between_the_bad_ones()
    {
        _files.Add("photos/a.jpg");
        _files.Write("photos/b.jpg", "This is a text.");
        _files.Add("photos/c.jpg");
        _files.Write("photos/notes.txt", "No image, and not meant to be one.");
        ToolResult result = ToolProcess.Run("optimize", _files["gone.jpg"], _files["photos"], _files["*.none"], "--destination", _files["upload"], "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["a.jpg", "c.jpg"], Objects(result).Select(image => image.GetProperty("name").GetString()));
        Assert.Equal(3, result.ErrorLines.Length);
        Assert.StartsWith($"mediatokens: {_files["gone.jpg"]}: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith($"mediatokens: {_files[Path.Combine("photos", "b.jpg")]}: ", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("[UnknownFormat]", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("[FileNotFound]", result.ErrorLines[2], StringComparison.Ordinal);
    }

    [EngineFact]
    public void Limits_on_tokens_and_bytes_hold()
    {
        ToolResult result = ToolProcess.Run(
            "optimize", _files.Add("a.jpg"), "--destination", _files["upload"], "--max-tokens", "500", "--max-bytes", "6KB", "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        JsonElement image = Assert.Single(Objects(result));
        Assert.InRange(image.GetProperty("tokens").GetInt64(), 1, 500);
        Assert.InRange(image.GetProperty("bytes").GetInt64(), 1, 6 * 1024);
    }

    [EngineFact]
    public void A_limit_that_cannot_be_met_is_told_in_the_words_of_the_tool()
    {
        string source = _files.Add("a.jpg");
        ToolResult tokens = ToolProcess.Run("optimize", source, "--destination", _files["upload"], "--max-tokens", "1");
        ToolResult bytes = ToolProcess.Run("optimize", source, "--destination", _files["upload"], "--max-bytes", "10");
        Assert.Equal((1, 1), (tokens.ExitCode, bytes.ExitCode));
        Assert.Contains("[MaxTokensTooLow]", tokens.Error, StringComparison.Ordinal);
        Assert.Contains("[MaxBytesTooLow] Raise --max-bytes.", bytes.Error, StringComparison.Ordinal);
        Assert.Equal("0 images, 1 failure", Assert.Single(tokens.Lines));
        Assert.False(Directory.Exists(_files["upload"]));
    }

    [EngineFact]
    public void What_a_user_should_know_of_the_model_goes_to_standard_error()
    {
        ToolResult result = ToolProcess.Run("optimize", _files.Add("a.jpg"), "--destination", _files["upload"], "-m", "gemini-3-pro-preview", "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.StartsWith("mediatokens: gemini-3-pro-preview: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("media resolution", result.Error, StringComparison.Ordinal);
    }

    [EngineFact("Png", "Jpeg")]
    public void What_a_user_should_know_of_an_image_goes_to_standard_error()
    {
        string source = _files.Add("moving.png", Path.Combine("formats", "png-animated.png"));
        ToolResult result = ToolProcess.Run("optimize", source, "--destination", _files["upload"], "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"mediatokens: {source}: It is animated", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [EngineFact]
    public void A_setting_that_the_model_lacks_ends_with_2()
    {
        ToolResult result = ToolProcess.Run("optimize", _files.Add("a.jpg"), "--destination", _files["upload"], "--detail", "original");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("[SettingNotSupported]", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_files["upload"]));
    }

    [EngineFact]
    public void An_engine_that_is_asked_for_is_taken_or_said_to_be_missing()
    {
        string source = _files.Add("a.jpg");
        foreach (JsonElement engine in Engines.All)
        {
            string name = engine.GetProperty("name").GetString()!;
            ToolResult result = ToolProcess.Run("optimize", source, "--destination", _files[name], "--engine", name.ToLower(CultureInfo.InvariantCulture), "--json");
            if (engine.GetProperty("isAvailable").GetBoolean())
            {
                Assert.Equal(("", 0), (result.Error, result.ExitCode));
                Assert.Equal(name, Assert.Single(Objects(result)).GetProperty("engine").GetString());
            }
            else
            {
                Assert.Equal((1, ""), (result.ExitCode, result.Output));
                Assert.Contains("[NoEngine]", result.Error, StringComparison.Ordinal);
            }
        }
    }
}

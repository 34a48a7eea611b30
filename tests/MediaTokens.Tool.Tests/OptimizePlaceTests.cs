using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class OptimizePlaceTests : IDisposable
{
    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    private string[] Tree(string folder) =>
        [.. Directory.GetFiles(_files[folder], "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_files[folder], path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static byte[] Original => File.ReadAllBytes(Workspace.Sample("boardwalk.jpg"));

    [EngineFact]
    public void The_tree_below_a_folder_is_kept()
    {
        _files.Add("photos/a.jpg");
        _files.Add("photos/below/a.jpg");
        _files.Add("photos/below/deeper/b.jpg");
        Assert.Equal(0, ToolProcess.Run("optimize", _files["photos"], "--destination", _files["flat"]).ExitCode);
        Assert.Equal(["a.jpg"], Tree("flat"));
        Assert.Equal(0, ToolProcess.Run("optimize", _files["photos"], "-r", "--destination", _files["upload"]).ExitCode);
        Assert.Equal(["a.jpg", "below/a.jpg", "below/deeper/b.jpg"], Tree("upload"));
    }

    [EngineFact]
    public void Results_that_lie_below_the_folder_are_not_taken_for_sources()
    {
        _files.Add("photos/a.jpg");
        for (int i = 0; i < 2; i++)
        {
            ToolResult result = ToolProcess.Run("optimize", _files["photos"], "-r", "--destination", _files["photos/small"], "--force", "--json");
            Assert.Equal(("", 0), (result.Error, result.ExitCode));
            Assert.Single(result.Lines);
        }

        Assert.Equal(["a.jpg", "small/a.jpg"], Tree("photos"));
    }

    [EngineFact]
    public void Two_sources_of_one_name_do_not_overwrite_each_other()
    {
        ToolResult result = ToolProcess.Run("optimize", _files.Add("one/a.jpg"), _files.Add("two/a.jpg"), "--destination", _files["upload"], "--force", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.StartsWith($"mediatokens: {_files["two/a.jpg"]}: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("[DestinationCollision]", result.Error, StringComparison.Ordinal);
    }

    [EngineFact]
    public void A_file_that_is_there_stays_unless_forced()
    {
        string source = _files.Add("a.jpg");
        string there = _files.Write("upload/a.jpg", "mine");
        ToolResult refused = ToolProcess.Run("optimize", source, "--destination", _files["upload"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("[DestinationExists] Use --force", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(there));
        Assert.Equal(0, ToolProcess.Run("optimize", source, "--destination", _files["upload"], "--force").ExitCode);
        Assert.NotEqual("mine", File.ReadAllText(there));
    }

    [EngineFact("Jpeg", "Png")]
    public void A_destination_file_says_the_format()
    {
        ToolResult result = ToolProcess.Run("optimize", _files.Add("a.jpg"), "--destination", _files["upload/b.png"], "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal("Png", JsonDocument.Parse(result.Output).RootElement.GetProperty("format").GetString());
        Assert.Equal(["b.png"], Tree("upload"));
    }

    [EngineFact]
    public void What_if_writes_nothing_and_tells_what_it_would_write()
    {
        _files.Add("photos/a.jpg");
        _files.Write("photos/b.jpg", "This is a text.");
        ToolResult result = ToolProcess.RunFrom(_files.Root, "optimize", "photos", "--destination", "upload", "--what-if");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, result.Lines.Length);
        Assert.Matches($"^Would write upload[/\\\\]a.jpg: 1178x768 Jpeg, [0-9]+ bytes$", result.Lines[0]);
        Assert.Equal("1 image, 1 failure: nothing was written", result.Lines[1]);
        Assert.False(Directory.Exists(_files["upload"]));
    }

    [EngineFact]
    public void What_if_in_place_asks_nothing_and_changes_nothing()
    {
        string source = _files.Add("a.jpg");
        ToolResult result = ToolProcess.RunFrom(_files.Root, "optimize", "a.jpg", "--in-place", "--what-if");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.StartsWith("Would replace a.jpg: 1178x768 Jpeg, ", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal(Original, File.ReadAllBytes(source));
    }

    [EngineFact]
    public void In_place_the_result_takes_the_place_of_its_source()
    {
        string source = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run("optimize", source, "--in-place", "--force", "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        JsonElement image = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal((source, source), (image.GetProperty("path").GetString(), image.GetProperty("source").GetString()));
        Assert.Equal(new FileInfo(source).Length, image.GetProperty("bytes").GetInt64());
        Assert.NotEqual(Original, File.ReadAllBytes(source));
        Assert.Equal(["a.jpg"], Directory.GetFileSystemEntries(_files.Root).Select(Path.GetFileName));
    }

    [EngineFact]
    public void In_place_without_an_answer_is_refused_and_nothing_happens()
    {
        string source = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run("optimize", source, "--in-place");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("give --force", result.Error, StringComparison.Ordinal);
        Assert.Equal(Original, File.ReadAllBytes(source));
    }
}

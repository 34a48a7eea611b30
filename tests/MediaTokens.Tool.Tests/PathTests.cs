using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class PathTests : IDisposable
{
    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    private static string[] Names(ToolResult result) =>
        [.. result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()!)];

    private void AddTree()
    {
        _files.Add("b.jpg");
        _files.Add("A.png", "screenshot.png");
        _files.Write("notes.txt", "No image, and not meant to be one.");
        _files.Add("below/c.jpg");
        _files.Add("below/deeper/d.jpg");
    }

    [Fact]
    public void A_folder_is_the_files_directly_in_it()
    {
        AddTree();
        ToolResult result = ToolProcess.Run("cost", _files.Root, "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(["A.png", "b.jpg"], Names(result));
    }

    [Theory]
    [InlineData("--recurse")]
    [InlineData("-r")]
    public void Recurse_walks_the_folders_below(string option)
    {
        AddTree();
        ToolResult result = ToolProcess.Run("cost", option, _files.Root, "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(["A.png", "b.jpg", "c.jpg", "d.jpg"], Names(result));
    }

    [Fact]
    public void The_good_files_of_a_folder_come_through_between_the_bad_ones()
    {
        AddTree();
        _files.Write("a-text.jpg", "This is a text.");
        _files.Write("z-empty.png", "");
        ToolResult result = ToolProcess.Run("cost", _files.Root, "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["A.png", "b.jpg"], Names(result));
        Assert.Equal(2, result.ErrorLines.Length);
        Assert.StartsWith($"mediatokens: {_files["a-text.jpg"]}: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("[UnknownFormat] Convert", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("[EmptyFile] Replace", result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_is_never_left_out()
    {
        AddTree();
        ToolResult result = ToolProcess.Run("cost", _files["notes.txt"], _files["gone.png"], _files["b.jpg"], "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["b.jpg"], Names(result));
        Assert.Contains("[UnknownFormat]", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith($"mediatokens: {_files["gone.png"]}: ", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("[FileNotFound] Check", result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_wildcard_is_expanded_and_one_that_fits_nothing_is_a_failure()
    {
        AddTree();
        ToolResult result = ToolProcess.Run("cost", _files["b*/?.jpg"], _files["*.webp"], _files["*.jpg"], "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["c.jpg", "b.jpg"], Names(result));
        Assert.StartsWith($"mediatokens: {_files["*.webp"]}: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("[FileNotFound]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_and_sizes_keep_their_order()
    {
        AddTree();
        ToolResult result = ToolProcess.Run("cost", "--size", "10x20", _files["b.jpg"], "--size=30X40", _files["A.png"], "--json");
        Assert.Equal(["10x20", "b.jpg", "30x40", "A.png"], Names(result));
    }

    [Theory]
    [InlineData("@2x.jpg")]
    [InlineData("[a] b.jpg")]
    [InlineData("ü 日本.jpg")]
    [InlineData("-minus.jpg")]
    public void A_name_is_what_it_is(string name)
    {
        _files.Add(name);
        ToolResult result = ToolProcess.Run("cost", "--json", "--", _files[name]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal([name], Names(result));
    }

    [Fact]
    public void A_name_with_wildcards_wins_over_the_pattern()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _files.Add("a*.jpg");
        _files.Add("ab.jpg");
        Assert.Equal(["a*.jpg"], Names(ToolProcess.Run("cost", _files["a*.jpg"], "--json")));
    }

    [Fact]
    public void A_hyphen_reads_paths_from_standard_input()
    {
        AddTree();
        string input = $"\uFEFF{_files["b.jpg"]}\r\n\n{_files["below"]}\n{_files["gone*.png"]}\n{_files["A.png"]}";
        ToolResult result = ToolProcess.Run(input, new Dictionary<string, string>(), "cost", "--size", "1x1", "-", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["1x1", "b.jpg", "c.jpg", "A.png"], Names(result));
        Assert.Contains("[FileNotFound]", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void No_lines_are_no_failure()
    {
        ToolResult result = ToolProcess.Run("", new Dictionary<string, string>(), "cost", "-", "--json");
        Assert.Equal(new(0, "", ""), result);
    }

    [Fact]
    public void What_is_no_path_at_all_is_a_failure_on_one_line()
    {
        string input = "bad\0name\n" + new string('x', 300_000) + "\n" + "\u001b[31mred\n";
        ToolResult result = ToolProcess.Run(input, new Dictionary<string, string>(), "cost", "-", "", "--json");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal(4, result.ErrorLines.Length);
        Assert.DoesNotContain('\u001b', result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}

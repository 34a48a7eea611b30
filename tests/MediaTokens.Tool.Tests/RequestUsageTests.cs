using System.Diagnostics;
using System.Globalization;

namespace MediaTokens.Tool.Tests;

/// <summary>What the command lines of <c>request</c> and <c>send</c> must make sense of, and the file of <c>request</c>.</summary>
public sealed class RequestUsageTests : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--prompt", "Hello")]
    [InlineData("x.png", "--model", "gpt-4o,gpt-5")]
    [InlineData("x.png", "--model", "gpt-*")]
    [InlineData("x.png", "--model", "no-such-model")]
    [InlineData("x.png", "--catalog", "no-such-file.json")]
    [InlineData("x.png", "--detail", "hgh")]
    [InlineData("x.png", "--api", "completions")]
    [InlineData("x.png", "--api-version", "../v1")]
    [InlineData("x.png", "--max-output-tokens", "0")]
    [InlineData("x.png", "--max-output-tokens", "3000000000")]
    [InlineData("x.png", "--role", "system")]
    [InlineData("x.png", "--media-resolution", "tiny")]
    [InlineData("x.png", "--media-resolution", "low")]
    [InlineData("x.png", "-m", "gemini-3-pro-preview", "--media-resolution", "ultra-high")]
    [InlineData("x.mp4", "--frames-per-second", "25")]
    [InlineData("x.mp4", "--start-time", "20", "--end-time", "10")]
    [InlineData("x.png", "--promt", "Hello")]
    public void What_makes_no_sense_ends_with_2_and_says_why(params string[] arguments)
    {
        foreach (string command in (string[])["request", "send"])
        {
            ToolResult result = ToolProcess.Run([command, .. arguments]);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.All(result.ErrorLines, line => Assert.StartsWith("mediatokens: ", line, StringComparison.Ordinal));
            Assert.NotEmpty(result.ErrorLines);
        }
    }

    [Theory]
    [InlineData("--timeout", "0")]
    [InlineData("--timeout", "86401")]
    [InlineData("--timeout", "soon")]
    [InlineData("--maximum-retry-count", "-1")]
    [InlineData("--maximum-retry-count", "101")]
    [InlineData("--throttle-limit", "0")]
    [InlineData("--throttle-limit", "101")]
    [InlineData("--base-uri", "v1")]
    [InlineData("--base-uri", "ftp://example.com")]
    [InlineData("--base-uri", "http://example.com/v1")]
    [InlineData("--base-uri", "https://me:word@example.com/v1")]
    [InlineData("--json", "--csv")]
    [InlineData("--api-key", "sk-123")]
    public void What_makes_no_sense_of_sending_ends_with_2_and_says_why(string option, string value)
    {
        ToolResult result = ToolProcess.Run("send", "x.png", option, value);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("mediatokens: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("me:word", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_refusal_of_a_setting_is_in_the_words_of_the_tool()
    {
        ToolResult result = ToolProcess.Run("request", "x.png", "-m", "gemini-3-pro-preview", "--media-resolution", "ultra-high");
        Assert.StartsWith("mediatokens: gemini-3-pro-preview: UltraHigh is a media resolution of single parts", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("[SettingNotSupported] Use --part-media-resolution UltraHigh", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_names_every_option_and_tells_where_the_key_comes_from()
    {
        string[] body =
        [
            "--model", "--prompt", "--system-prompt", "--role", "--detail", "--media-resolution", "--part-media-resolution", "--max-output-tokens", "--api", "--api-version",
            "--frames-per-second", "--start-time", "--end-time", "--per-item", "--force", "--recurse", "--catalog", "Examples:", "Exit codes:",
        ];
        string request = ToolProcess.Run("request", "--help").Output;
        Assert.All([.. body, "--output", "--force-overwrite", "mediatokens request photo.jpg"], text => Assert.Contains(text, request, StringComparison.Ordinal));
        string send = ToolProcess.Run("send", "--help").Output;
        string[] sending =
        [
            "--base-uri", "--timeout", "--maximum-retry-count", "--throttle-limit", "--count-only", "--allow-insecure", "--json", "--csv",
            "OPENAI_API_KEY", "GEMINI_API_KEY", "list of processes", "mediatokens send photo.jpg",
        ];
        Assert.All([.. body, .. sending], text => Assert.Contains(text, send, StringComparison.Ordinal));
        Assert.All((string[])["request", "send"], name => Assert.Contains($"mediatokens {name} photo.jpg", ToolProcess.Run("--help").Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_json_goes_to_a_file()
    {
        string file = _files.Add("a.jpg"), output = _files["below/requests.jsonl"];
        ToolResult result = ToolProcess.Run("request", file, file, "--per-item", "--output", output);
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(ToolProcess.Run("request", file, file, "--per-item").Output, File.ReadAllText(output));
        Assert.Equal(output, Assert.Single(Directory.GetFiles(_files["below"])));
    }

    [Fact]
    public void A_file_that_is_there_stays_unless_it_is_to_be_replaced()
    {
        string file = _files.Add("a.jpg"), output = _files.Write("out/request.json", "mine");
        ToolResult result = ToolProcess.Run("request", file, "-o", output);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("[DestinationExists] Use --force-overwrite", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(output));
        Assert.Equal(0, ToolProcess.Run("request", file, "-o", output, "--force-overwrite").ExitCode);
        Assert.Equal(ToolProcess.Run("request", file).Output, File.ReadAllText(output));
        Assert.Single(Directory.GetFiles(_files["out"]));
    }

    [Fact]
    public void Where_nothing_comes_through_no_file_is_left_and_none_replaced()
    {
        string output = _files.Write("out/request.json", "mine");
        Assert.Equal(1, ToolProcess.Run("request", _files["gone.png"], "-o", output, "--force-overwrite").ExitCode);
        Assert.Equal("mine", File.ReadAllText(output));
        Assert.Single(Directory.GetFiles(_files["out"]));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait_for_more_paths_and_leaves_no_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string file = _files.Add("a.jpg");
        Directory.CreateDirectory(_files["out"]);
        using Process toFile = ToolProcess.Start(NoEnvironment, "request", "-", "-o", _files["out/request.json"]);
        using Process process = ToolProcess.Start(NoEnvironment, "request", "-", "--per-item");
        await process.StandardInput.WriteLineAsync(file);
        await process.StandardInput.FlushAsync();
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        Interrupt(process);
        Assert.Equal((130, ""), (ToolProcess.WaitForExit(process), await process.StandardError.ReadToEndAsync()));

        // What cannot be used is told at once, so that the run is known to wait.
        await toFile.StandardInput.WriteLineAsync(_files["gone.png"]);
        await toFile.StandardInput.FlushAsync();
        Assert.NotNull(await toFile.StandardError.ReadLineAsync());
        Interrupt(toFile);
        Assert.Equal(130, ToolProcess.WaitForExit(toFile));
        Assert.Empty(Directory.GetFiles(_files["out"]));
    }

    [Fact]
    public async Task A_reader_that_goes_ends_it_quietly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string file = _files.Add("a.jpg");
        using Process process = ToolProcess.Start(NoEnvironment, "request", "-", "--per-item");
        await process.StandardInput.WriteLineAsync(file);
        await process.StandardInput.FlushAsync();
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        process.StandardOutput.Close();
        await process.StandardInput.WriteLineAsync(file);
        await process.StandardInput.FlushAsync();
        Assert.Equal((141, ""), (ToolProcess.WaitForExit(process), await process.StandardError.ReadToEndAsync()));
    }

    [Fact]
    public void No_device_is_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        ToolResult result = ToolProcess.Run("request", _files.Add("a.jpg"), "-o", "/dev/mediatokens-none/null", "--force-overwrite");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[NotRegularFile] ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists("/dev/mediatokens-none"));
    }

    [Fact]
    public void A_folder_that_is_in_the_way_is_told()
    {
        ToolResult result = ToolProcess.Run("request", _files.Add("a.jpg"), "-o", _files.Root, "--force-overwrite");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[DestinationUnwritable]", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private static void Interrupt(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class StreamTests : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly Workspace _files = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        _files.Dispose();
        _patience.Dispose();
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--csv")]
    [InlineData("--detail=high")]
    public async Task A_slow_producer_gets_each_answer_at_once(string option)
    {
        string file = _files.Add("a.jpg");
        using Process process = ToolProcess.Start(NoEnvironment, "cost", "-", option);
        for (int i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteLineAsync(file);
            await process.StandardInput.FlushAsync();
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(_patience.Token);
            }
            while (line is not null && !line.Contains("1105", StringComparison.Ordinal));

            Assert.NotNull(line);
            Assert.False(process.HasExited);
        }

        process.StandardInput.Close();
        Assert.Equal(0, ToolProcess.WaitForExit(process));
    }

    [Fact]
    public async Task A_reader_that_goes_ends_it_quietly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string file = _files.Add("a.jpg");
        using Process process = ToolProcess.Start(NoEnvironment, "cost", "-", "--json");
        await process.StandardInput.WriteLineAsync(file);
        await process.StandardInput.FlushAsync();
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(_patience.Token));
        process.StandardOutput.Close();
        await process.StandardInput.WriteLineAsync(file);
        await process.StandardInput.FlushAsync();
        Assert.Equal(141, ToolProcess.WaitForExit(process));
        Assert.Equal("", await process.StandardError.ReadToEndAsync(_patience.Token));
    }

    [Fact]
    public async Task Ctrl_C_ends_it_at_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process process = ToolProcess.Start(NoEnvironment, "cost", "-", "--json");
        await process.StandardInput.WriteLineAsync(_files.Add("a.jpg"));
        await process.StandardInput.FlushAsync();
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(_patience.Token));
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.Equal(130, ToolProcess.WaitForExit(process));
        Assert.Equal("", await process.StandardError.ReadToEndAsync(_patience.Token));
    }

    [Fact]
    public void Order_holds_over_thousands_of_inputs()
    {
        string good = _files.Add("a.gif", "icon.gif");
        string[] paths = [.. Enumerable.Range(0, 3000).Select(i => i % 7 == 0 ? _files[$"gone-{i}.png"] : i % 5 == 0 ? Workspace.Sample("boardwalk.jpg") : good)];
        ToolResult result = ToolProcess.Run(string.Join('\n', paths), NoEnvironment, "cost", "-", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            paths.Where(path => !path.Contains("gone", StringComparison.Ordinal)),
            result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString()!));
        Assert.Equal(
            paths.Where(path => path.Contains("gone", StringComparison.Ordinal)),
            result.ErrorLines.Select(line => line.Split(": ")[1]));
    }
}

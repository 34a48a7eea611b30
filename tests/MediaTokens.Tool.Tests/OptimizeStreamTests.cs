using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class OptimizeStreamTests : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly Workspace _files = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        _files.Dispose();
        _patience.Dispose();
    }

    private async Task AnswersAtOnce(params string[] options)
    {
        using Process process = ToolProcess.Start(NoEnvironment, ["optimize", "-", "--destination", _files["upload"], .. options]);
        for (int i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteLineAsync(_files.Add($"photo-{i}.jpg"));
            await process.StandardInput.FlushAsync();
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(_patience.Token);
            }
            while (line is not null && !line.Contains($"photo-{i}.jpg", StringComparison.Ordinal));

            Assert.NotNull(line);
            Assert.False(process.HasExited);
        }

        process.StandardInput.Close();
        Assert.Equal(0, ToolProcess.WaitForExit(process));
    }

    [EngineFact]
    public Task A_slow_producer_gets_each_line_at_once() => AnswersAtOnce("--json");

    [EngineFact]
    public Task A_slow_producer_gets_each_row_at_once() => AnswersAtOnce();

    [EngineFact]
    public void Order_holds_over_many_inputs_and_workers()
    {
        string[] names = [.. Enumerable.Range(0, 60).Select(i => i % 7 == 3 ? $"gone-{i}.jpg" : i % 5 == 0 ? $"large-{i}.jpg" : $"small-{i}.jpg")];
        foreach (string name in names.Where(name => !name.StartsWith("gone", StringComparison.Ordinal)))
        {
            _files.Add(name, name.StartsWith("large", StringComparison.Ordinal) ? "boardwalk.jpg" : Path.Combine("formats", "jpeg-baseline.jpg"));
        }

        ToolResult result = ToolProcess.Run(
            string.Join('\n', names.Select(name => _files[name])), NoEnvironment, "optimize", "-", "--destination", _files["upload"], "--json", "--throttle-limit", "4");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            names.Where(name => !name.StartsWith("gone", StringComparison.Ordinal)),
            result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()));
        Assert.Equal(
            names.Where(name => name.StartsWith("gone", StringComparison.Ordinal)),
            result.ErrorLines.Select(line => Path.GetFileName(line.Split(": ")[1])));
    }

    [EngineFact]
    public async Task Ctrl_C_ends_it_and_leaves_whole_results_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        for (int i = 0; i < 40; i++)
        {
            _files.Add($"photos/{i:00}.jpg", "portrait.jpg");
        }

        using Process process = ToolProcess.Start(NoEnvironment, "optimize", _files["photos"], "--destination", _files["upload"], "--json");
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(_patience.Token));
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.Equal(130, ToolProcess.WaitForExit(process));
        Assert.Equal("", await process.StandardError.ReadToEndAsync(_patience.Token));
        string rest = await process.StandardOutput.ReadToEndAsync(_patience.Token);
        string[] written = Directory.GetFileSystemEntries(_files["upload"]);
        Assert.Equal(1 + rest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, written.Length);
        Assert.InRange(written.Length, 1, 39);
        Assert.DoesNotContain(written, path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }
}

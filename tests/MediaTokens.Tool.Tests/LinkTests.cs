using System.Text.Json;
using MediaTokens.Core.Tests.Headers.Web;
using Microsoft.AspNetCore.Http;

namespace MediaTokens.Tool.Tests;

/// <summary>Counting files by their addresses.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Paths_addresses_and_sizes_are_counted_in_the_order_given()
    {
        await using WebServer server = await StartAsync();
        string file = _files.Add("a.jpg");
        ToolResult result = ToolProcess.Run(
            "cost", "--uri", server.Uri("icon.gif?sig=1"), file, "--size", "10x10", "--uri", server.Uri("screenshot.png"), "--allow-private-network", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [server.Uri("icon.gif?sig=1"), file, null, server.Uri("screenshot.png")],
            result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task An_address_costs_as_much_as_its_file()
    {
        await using WebServer server = await StartAsync();
        ToolResult result = ToolProcess.Run("cost", "--uri", server.Uri("boardwalk.jpg?sig=s3cr3t"), "--allow-private-network", "--detail", "high");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith(server.Uri("boardwalk.jpg") + "  gpt-4o ", result.Lines[2], StringComparison.Ordinal);
        Assert.StartsWith("1 image: gpt-4o 1105 tokens, ", result.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_compared_like_files()
    {
        await using WebServer server = await StartAsync();
        string[] arguments = ["compare", "--uri", server.Uri("boardwalk.jpg"), "--uri", server.Uri("gone.png"), "-m", "gpt-4o", "--json"];
        ToolResult result = ToolProcess.Run([.. arguments, "--allow-private-network"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[FileNotFound] ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(1105, result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("tokens").GetInt64()));
        Assert.Equal(2, ToolProcess.Run(arguments).ErrorLines.Count(line => line.Contains("[PrivateNetwork] ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_machine_itself_is_refused_unless_it_is_allowed()
    {
        await using WebServer server = await StartAsync();
        ToolResult result = ToolProcess.Run("cost", "--uri", server.Uri("boardwalk.jpg?sig=s3cr3t"), "--size", "10x10", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.StartsWith($"mediatokens: {server.Uri("boardwalk.jpg")}: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("[PrivateNetwork] ", result.Error, StringComparison.Ordinal);
        Assert.Contains("--allow-private-network", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", result.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_fails_has_its_id_and_the_others_are_counted()
    {
        await using WebServer server = await StartAsync();
        ToolResult result = ToolProcess.Run(
            "cost", "--uri", server.Uri("gone.png"), "--uri", "ftp://example.com/a.png", "--uri", server.Uri("icon.gif"), "--allow-private-network", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.Contains("[FileNotFound] ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("[InvalidUri] ", result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_may_hold_the_file_itself()
    {
        string uri = "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(Workspace.Sample("receipt.png")));
        ToolResult result = ToolProcess.Run("cost", "--uri", uri, Workspace.Sample("receipt.png"), "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        JsonElement[] costs = [.. result.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(costs[1].GetProperty("tokens").GetInt64(), costs[0].GetProperty("tokens").GetInt64());
        Assert.StartsWith("data:image/png;base64,", costs[0].GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("data:image/png  gpt-4o ", ToolProcess.Run("cost", "--uri", uri).Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_in_the_place_of_a_path_is_told_its_option()
    {
        ToolResult result = ToolProcess.Run("cost", "https://example.com/a.png?sig=s3cr3t");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("mediatokens: 'https://example.com/a.png' is an address and no path: give it with --uri.", result.ErrorLines[0]);
    }

    [Fact]
    public async Task A_server_that_hangs_ends_in_a_timeout()
    {
        await using WebServer server = await WebServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        ToolResult result = ToolProcess.Run("cost", "--uri", server.Uri("a.png"), "--allow-private-network", "--timeout", "1");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[Timeout] Try again, or allow more time with --timeout.", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, ToolProcess.Run("cost", "--uri", server.Uri("a.png"), "--timeout", "0").ExitCode);
    }

    private static Task<WebServer> StartAsync() => WebServer.StartAsync(async context =>
    {
        string path = Workspace.Sample(context.Request.Path.Value![1..]);
        if (!File.Exists(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        byte[] file = await File.ReadAllBytesAsync(path);
        context.Response.ContentLength = file.Length;
        await context.Response.Body.WriteAsync(file);
    });
}

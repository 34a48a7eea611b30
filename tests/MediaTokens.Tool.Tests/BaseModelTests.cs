using System.Text.Json;

namespace MediaTokens.Tool.Tests;

/// <summary>Deployments, and the models that they run, for the commands that take one model.</summary>
public sealed class BaseModelTests : IDisposable
{
    private readonly Workspace _files = new();
    private readonly string _catalog;

    public BaseModelTests() => _catalog = PricedCatalog.Write(_files);

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_request_goes_to_the_deployment()
    {
        string file = _files.Add("a.jpg");
        ToolResult deployment = ToolProcess.Run("request", file, "-m", "my-deployment", "--base-model", "gpt-4o-mini", "--detail", "low");
        ToolResult model = ToolProcess.Run("request", file, "-m", "gpt-4o-mini", "--detail", "low");
        Assert.Equal(("", 0), (deployment.Error, deployment.ExitCode));
        Assert.Equal("my-deployment", JsonDocument.Parse(deployment.Output).RootElement.GetProperty("model").GetString());
        Assert.Equal(model.Output, deployment.Output.Replace("my-deployment", "gpt-4o-mini", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_deployment_the_base_model_goes_by_its_own_name()
    {
        ToolResult result = ToolProcess.Run("request", _files.Add("a.jpg"), "--base-model", "gpt-4o-mini");
        Assert.Equal("gpt-4o-mini", JsonDocument.Parse(result.Output).RootElement.GetProperty("model").GetString());
    }

    [Theory]
    [InlineData("--base-model takes the name of one model, not 'gpt-*'", "--base-model", "gpt-*")]
    [InlineData("--base-model takes the name of one model, not ' '", "--base-model", " ")]
    [InlineData("--model takes the name of one model here, not 'a,b'", "--base-model", "gpt-4o", "-m", "a,b")]
    [InlineData("mediatokens: mine: No model 'no-such-model'", "--base-model", "no-such-model", "-m", "mine")]
    public void What_makes_no_sense_ends_with_2_and_says_why(string message, params string[] options)
    {
        foreach (string[] command in (string[][])[["request"], ["send"], ["optimize", "--destination", _files["out"]]])
        {
            ToolResult result = ToolProcess.Run([command[0], "x.jpg", .. command[1..], .. options]);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.Contains(message, result.ErrorLines[0], StringComparison.Ordinal);
        }
    }

    [EngineFact]
    public void Optimize_shrinks_for_the_model_that_the_deployment_runs()
    {
        ToolResult result = ToolProcess.Run(
            "optimize", _files.Add("a.jpg"), "--destination", _files["out"], "--catalog", _catalog, "-m", "my-deployment", "--base-model", "house-dear", "--detail", "low", "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        JsonElement image = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(("my-deployment", 85), (image.GetProperty("model").GetString(), image.GetProperty("tokens").GetInt64()));
    }
}

using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class EnginesCommandTests
{
    [Fact]
    public void Every_engine_has_every_property_and_either_a_version_or_a_reason()
    {
        ToolResult result = ToolProcess.Run("engines", "--json");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        string[] properties = [.. typeof(MediaTokenEngine).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];
        Assert.All(Engines.All, engine => Assert.Equal(properties, engine.EnumerateObject().Select(property => property.Name)));
        Assert.All(Engines.All, engine =>
        {
            bool isAvailable = engine.GetProperty("isAvailable").GetBoolean();
            Assert.Equal(isAvailable ? JsonValueKind.String : JsonValueKind.Null, engine.GetProperty("version").ValueKind);
            Assert.Equal(isAvailable ? JsonValueKind.Null : JsonValueKind.String, engine.GetProperty("reason").ValueKind);
            Assert.Equal(isAvailable, engine.GetProperty("reads").GetArrayLength() > 0 && engine.GetProperty("writes").GetArrayLength() > 0);
        });
    }

    [Fact]
    public void The_table_and_the_values_list_the_same_engines()
    {
        string[] names = [.. Engines.All.Select(engine => engine.GetProperty("name").GetString()!)];
        Assert.NotEmpty(names);
        Assert.Equal(names, Csv.Parse(ToolProcess.Run("engines", "--csv").Output).Skip(1).Select(record => record[0]));
        Assert.Equal(names, ToolProcess.Run("engines").Lines.Skip(2).Select(line => line.Split("  ")[0]));
    }

    [Fact]
    public void Costs_and_models_never_load_the_engines()
    {
        using Workspace files = new();
        foreach (string path in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "MediaTokens.Tool.runtimeconfig.json")))
        {
            if (Path.GetFileName(path) is not ("MediaTokens.Adapters.dll" or "SixLabors.ImageSharp.dll"))
            {
                File.Copy(path, files[Path.GetFileName(path)]);
            }
        }

        Assert.Equal(0, ToolProcess.RunIn(files.Root, "cost", Workspace.Sample("boardwalk.jpg")).ExitCode);
        Assert.Equal(0, ToolProcess.RunIn(files.Root, "models").ExitCode);
        Assert.Equal(0, ToolProcess.RunIn(files.Root, "optimize", "--help").ExitCode);
        Assert.NotEqual(0, ToolProcess.RunIn(files.Root, "engines").ExitCode);
    }
}

using System.Text.Json;

namespace MediaTokens.Tool.Tests;

/// <summary>A test that needs an engine for some formats; where the machine has none, the test is left out and counted as such.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute
{
    /// <summary>Leaves the test out unless every one of the formats can be read and written; none given means JPEG.</summary>
    public EngineFactAttribute(params string[] formats) => Skip = Engines.WhyMissing(formats.Length == 0 ? ["Jpeg"] : formats);
}

/// <summary>The engines of the machine that runs the tests, as the tool itself lists them.</summary>
internal static class Engines
{
    public static IReadOnlyList<JsonElement> All { get; } =
        [.. ToolProcess.Run("engines", "--json").Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    public static string? WhyMissing(string[] formats) =>
        Array.Find(formats, format => !All.Any(engine => Has(engine, "reads", format) && Has(engine, "writes", format))) is string missing
            ? $"No engine for {missing} is on this machine."
            : null;

    private static bool Has(JsonElement engine, string field, string format) => engine.GetProperty(field).EnumerateArray().Any(value => value.GetString() == format);
}

using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests;

/// <summary>A test that needs an engine; where the machine lacks it, the test is left out and counted as such.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute
{
    /// <summary>Leaves the test out unless every one of the engines is there.</summary>
    public EngineFactAttribute(params string[] engines) => Skip = Engines.WhyMissing(engines);
}

/// <summary>The same for a test with several rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineTheoryAttribute : TheoryAttribute
{
    /// <summary>Leaves the test out unless every one of the engines is there.</summary>
    public EngineTheoryAttribute(params string[] engines) => Skip = Engines.WhyMissing(engines);
}

/// <summary>The engines of the machine that runs the tests.</summary>
internal static class Engines
{
    public static IReadOnlyList<EngineStatus> All { get; } = new EngineProvider().Find();

    public static IImageEngine Get(string name) => All.Single(status => status.Name == name).Engine!;

    public static string? WhyMissing(string[] names) => Array.Find(names, name => !All.Any(status => status.Name == name && status.Engine is not null)) is string missing
        ? $"{missing} is not on this machine."
        : names.Length == 0 && !All.Any(status => status.Engine is not null) ? "No image engine is on this machine." : null;
}

using MediaTokens.Adapters;
using MediaTokens.Imaging;

namespace MediaTokens.Tool.Optimizing;

/// <summary>The image engines of this machine. Nothing of them is loaded before they are asked for.</summary>
internal static class MachineEngines
{
    public static IReadOnlyList<EngineStatus> Find() => new EngineProvider().Find();
}

namespace MediaTokens.Imaging;

/// <summary>Finds the engines of this machine. Its one implementation is in MediaTokens.Adapters, which is loaded when pixels are first needed.</summary>
public interface IEngineProvider
{
    /// <summary>Every engine there is, available here or not; libraries are loaded to find out.</summary>
    IReadOnlyList<EngineStatus> Find();
}

/// <summary>Whether an engine can be used on this machine.</summary>
/// <param name="Name">The library's name.</param>
/// <param name="Engine">The engine; null when it cannot be used.</param>
/// <param name="Reason">Why it cannot be used and what to install; null when it can.</param>
public sealed record EngineStatus(string Name, IImageEngine? Engine, string? Reason);

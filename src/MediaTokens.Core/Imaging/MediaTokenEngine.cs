using MediaTokens.Imaging;

namespace MediaTokens;

/// <summary>An image engine as a user sees it: what it can do on this machine, or why it cannot be used.</summary>
public sealed record MediaTokenEngine
{
    /// <summary>The library's name, as -Engine takes it.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The library's version; null when it cannot be used.</summary>
    public string? Version { get; internal init; }

    /// <summary>Whether it can be used on this machine.</summary>
    public bool IsAvailable { get; internal init; }

    /// <summary>The formats that it decodes; empty when it cannot be used.</summary>
    public string[] Reads { get; internal init; } = [];

    /// <summary>The formats that it encodes; empty when it cannot be used.</summary>
    public string[] Writes { get; internal init; } = [];

    /// <summary>Why it cannot be used and what to install; null when it can.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The user's view of an engine.</summary>
    public static MediaTokenEngine FromStatus(EngineStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new()
        {
            Name = status.Name,
            Version = status.Engine?.Version,
            IsAvailable = status.Engine is not null,
            Reads = [.. status.Engine?.Reads.Select(format => format.ToString()) ?? []],
            Writes = [.. status.Engine?.Writes.Select(format => format.ToString()) ?? []],
            Reason = status.Reason,
        };
    }
}

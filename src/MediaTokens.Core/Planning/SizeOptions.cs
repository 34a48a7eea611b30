namespace MediaTokens.Planning;

/// <summary>What the user asks of the size.</summary>
public sealed record SizeOptions
{
    /// <summary>The most tokens that the result may cost; null for no such limit.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Whether to shrink further where that saves a row or a column of tiles.</summary>
    public bool TrimTiles { get; init; }

    /// <summary>The most that <see cref="TrimTiles"/> gives up of the long side, as a share: 0 or more, and less than 1.</summary>
    public double MaxShrink { get; init; } = 0.15;
}

namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>What the restated rule says of one image.</summary>
internal sealed record Ruling
{
    /// <summary>The vendor refuses the image.</summary>
    public bool IsRefused { get; init; }

    public int Columns { get; init; }

    public int Rows { get; init; }

    /// <summary>What is counted, where it is not each cell of the columns and rows.</summary>
    public long? Units { get; init; }

    /// <summary>The vendor enlarges images, too.</summary>
    public bool MayEnlarge { get; init; }

    /// <summary>The size after the service's resizing, to the nearest pixel; null where none is published.</summary>
    public (long Width, long Height)? Scaled { get; init; }

    public long Tokens { get; init; }

    public long Least { get; init; }

    public long Most { get; init; }

    public long? Billed { get; init; }

    public bool IsEstimate { get; init; }
}

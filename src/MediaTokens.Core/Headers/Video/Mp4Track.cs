namespace MediaTokens.Headers.Video;

/// <summary>What the box "moov" tells of one track.</summary>
internal sealed record Mp4Track
{
    public const uint Pictures = 0x76696465; // "vide"
    public const uint Sound = 0x736F756E; // "soun"

    public uint Id { get; init; }

    public bool IsEnabled { get; init; }

    /// <summary>What the track is of, such as <see cref="Pictures"/>; 0 where it does not say.</summary>
    public uint Handler { get; init; }

    public Mp4Matrix Matrix { get; init; } = Mp4Matrix.Upright;

    /// <summary>Pixels for display, which count where the sample table tells none.</summary>
    public int DisplayWidth { get; init; }

    /// <inheritdoc cref="DisplayWidth"/>
    public int DisplayHeight { get; init; }

    /// <summary>Ticks a second of the media.</summary>
    public uint Timescale { get; init; }

    /// <summary>What the header of the media tells, in ticks; null where it tells nothing.</summary>
    public ulong? MediaDuration { get; init; }

    public Mp4EditList Edits { get; init; }

    public Mp4SampleTable Table { get; init; }

    /// <summary>How long the samples last before any edit, in ticks of the media; null where nothing tells.</summary>
    /// <remarks>The shorter of header and table, as ffprobe has it.</remarks>
    public Int128? MediaTicks => (MediaDuration, Table.Ticks) switch
    {
        (ulong told, long sum) => Int128.Min(told, sum),
        (ulong told, null) => told,
        (null, long sum) => sum,
        _ => null,
    };

    /// <summary>Samples per second, on average; null where it is not told.</summary>
    public double? Rate => Table.Samples > 0 && Mp4Time.IsScale(Timescale) && (Table.Ticks ?? (Int128?)MediaDuration) is Int128 ticks && ticks > 0
        ? Table.Samples * (double)Timescale / (double)ticks
        : null;

    /// <summary>How long the track plays without waiting first, in units of 100 ns; null where nothing tells.</summary>
    /// <param name="movieScale">The timescale of the movie.</param>
    public Int128? Playing(uint movieScale)
    {
        if (MediaTicks is not Int128 ticks || !Mp4Time.IsScale(Timescale))
        {
            return null;
        }

        Int128 media = Mp4Time.Units(ticks, Timescale);
        return Edits.Shown > 0 && Mp4Time.IsScale(movieScale) ? Int128.Min(media, Mp4Time.Units(Edits.Shown, movieScale)) : media;
    }

    /// <summary>How long the track waits first, in units of 100 ns.</summary>
    public Int128 Waiting(uint movieScale) => Mp4Time.IsScale(movieScale) ? Mp4Time.Units(Edits.Wait, movieScale) : 0;
}

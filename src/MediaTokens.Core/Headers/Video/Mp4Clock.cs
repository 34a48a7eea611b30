namespace MediaTokens.Headers.Video;

/// <summary>The beginning that the headers of a movie ("mvhd") and of a track's media ("mdhd") have in common.</summary>
/// <remarks>Full box: two dates (4 each; 8 in version 1), ticks a second (4), duration in ticks (4; 8 in version 1).</remarks>
/// <param name="Timescale">Ticks a second.</param>
/// <param name="Duration">Ticks; null where none are told: 0, or all bits set.</param>
internal readonly record struct Mp4Clock(uint Timescale, ulong? Duration)
{
    public static Mp4Clock Read(ref HeaderWindow window, IsoBox box)
    {
        bool wide = window.Byte(box.Require(box.Content, 1)) == 1;
        long timescale = box.Require(box.Content + (wide ? 20 : 12), wide ? 12 : 8);
        uint scale = window.UInt32(timescale, bigEndian: true);
        return new(scale, ReadDuration(ref window, timescale + 4, wide));
    }

    /// <summary>A duration of 4 bytes, or of 8; null where it tells none.</summary>
    public static ulong? ReadDuration(ref HeaderWindow window, long position, bool wide)
    {
        ulong duration = wide ? window.UInt64(position, bigEndian: true) : window.UInt32(position, bigEndian: true);
        return duration == 0 || duration == (wide ? ulong.MaxValue : uint.MaxValue) ? null : duration;
    }
}

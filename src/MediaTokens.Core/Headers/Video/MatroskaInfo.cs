namespace MediaTokens.Headers.Video;

/// <summary>What the Info of a Segment tells about its time.</summary>
/// <remarks>
/// TimestampScale (2AD7B1), the nanoseconds of a tick, 1,000,000 where it is missing; Duration (4489), a float in ticks.
/// A Duration that is no number above 0 counts as missing: recorders reserve its place and fill it in at the end.
/// </remarks>
/// <param name="TimestampScale">Nanoseconds of a tick.</param>
/// <param name="Duration">How long the longest track plays; null where it is not told.</param>
/// <param name="Problem">Why no time in the file can be told, in one sentence; null where it can.</param>
internal readonly record struct MatroskaInfo(ulong TimestampScale, TimeSpan? Duration, string? Problem)
{
    private const ulong Milliseconds = 1_000_000;

    public static MatroskaInfo Read(ref HeaderWindow window, EbmlElement? info)
    {
        if (info is not { } element)
        {
            return new MatroskaInfo(Milliseconds, null, null);
        }

        ulong scale = Milliseconds;
        double duration = 0;
        for (long position = element.Content; position < element.End;)
        {
            EbmlElement child = EbmlElement.ReadChild(ref window, ref position, element.End);
            switch (child.Id)
            {
                case MatroskaId.TimestampScale:
                    scale = child.Content == child.End ? Milliseconds : child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.Duration:
                    duration = child.Float(ref window);
                    break;
            }
        }

        if (scale == 0)
        {
            return new MatroskaInfo(0, null, "Its timestamp scale is 0.");
        }

        TimeSpan? time = VideoTime.FromUnits(duration, scale);
        bool isAbsurd = time is null && double.IsFinite(duration) && duration > 1;
        return new MatroskaInfo(scale, time, isAbsurd ? "Its duration is above 1,000,000 hours." : null);
    }
}

using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>How long a fragmented movie plays.</summary>
/// <remarks>
/// The fragments themselves tell it best, and the indices of some writers stop short of them. So a movie of few fragments is walked from end to
/// end. Of a longer one the first fragments tell the frame rate and the last ones the end, to which the index of random access leads. The index
/// of segments and the duration in "mehd" save the walk to the last fragment where that index is missing.
/// </remarks>
internal static class Mp4FragmentedDuration
{
    private const int FirstFragments = 256;

    /// <param name="window">The file.</param>
    /// <param name="movie">What its box "moov" tells.</param>
    /// <param name="pictures">The track of pictures.</param>
    /// <param name="position">Where that box ends.</param>
    public static Mp4Duration Read(ref HeaderWindow window, Mp4Movie movie, Mp4Track pictures, long position)
    {
        Mp4Fragments fragments = new(movie, position);
        Mp4FragmentTrack account = fragments.Tracks.First(track => ReferenceEquals(track.Track, pictures));
        double? rate = null;
        try
        {
            bool isEnd = fragments.Read(ref window, FirstFragments);
            if (fragments.Count == 0 && pictures.Table.Samples > 0)
            {
                return Mp4Duration.OfMovie(movie, pictures);
            }

            rate = Rate(account);
            if (isEnd && fragments.Count > 0)
            {
                return Of(movie, fragments, account, rate);
            }

            return Skip(ref window, movie, fragments, account, position) with { FrameRate = rate };
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.HeaderTooLarge)
        {
            return new(null, null, rate, "It has too many fragments to find the last one, and no index of them.");
        }
    }

    private static Mp4Duration Skip(
        ref HeaderWindow window, Mp4Movie movie, Mp4Fragments fragments, Mp4FragmentTrack account, long position)
    {
        long? last = fragments.Count > 0 && fragments.TellTime ? Mp4RandomAccess.FindLast(ref window) : null;
        if (last is null)
        {
            (TimeSpan? whole, TimeSpan? pictures) = Mp4SegmentIndex.Read(ref window, position, account.Track.Id);
            whole ??= movie.FragmentedDuration is ulong ticks ? Mp4Time.Of(ticks, movie.Clock.Timescale) : null;
            if (whole > TimeSpan.Zero)
            {
                return new(whole, pictures, null);
            }

            if (fragments.Count == 0)
            {
                return new(null, null, null, "Its header tells no duration, and no fragment follows.");
            }
        }

        if (!fragments.TellTime)
        {
            _ = fragments.Read(ref window, int.MaxValue);
            return Of(movie, fragments, account, null);
        }

        int before = account.Fragments;
        fragments.SkipToLast(ref window, last ?? 0);
        _ = fragments.Read(ref window, int.MaxValue);
        Mp4Duration told = Of(movie, fragments, account, null);
        return account.Fragments > before ? told : told with { Pictures = null };
    }

    private static Mp4Duration Of(Mp4Movie movie, Mp4Fragments fragments, Mp4FragmentTrack account, double? rate)
    {
        if (fragments.BrokenAt is long broken)
        {
            return new(null, null, rate, Invariant($"Its fragments break off at byte {broken}, before the end of the file."));
        }

        uint scale = movie.Clock.Timescale;
        Int128? start = null;
        Int128 end = 0;
        foreach (Mp4FragmentTrack track in fragments.Tracks)
        {
            if (Span(track) is not Int128 length || track.Track.Handler is not (Mp4Track.Pictures or Mp4Track.Sound))
            {
                continue;
            }

            uint ticks = track.Track.Timescale;
            Int128 first = track.Track.Waiting(scale) + Mp4Time.Units(track.First!.Value + track.FirstShown - track.Track.Edits.MediaStart, ticks);
            start = start < first ? start : first;
            end = Int128.Max(end, first + length);
        }

        TimeSpan? whole = start is Int128 from ? Mp4Time.OfUnits(end - from) : null;
        TimeSpan? pictures = Span(account) is Int128 units ? Mp4Time.OfUnits(units) : null;
        return whole > TimeSpan.Zero
            ? new(whole, pictures, rate)
            : new(null, null, rate, start is null ? "Its fragments tell no time." : "Its fragments tell times that cannot be.");
    }

    // In units of 100 ns.
    private static Int128? Span(Mp4FragmentTrack track) =>
        track.First is Int128 first && track.End > first && Mp4Time.IsScale(track.Track.Timescale)
            ? Mp4Time.Units(track.End - first, track.Track.Timescale)
            : null;

    private static double? Rate(Mp4FragmentTrack track) =>
        Span(track) is Int128 units && units > 0 && track.Samples > 0 ? track.Samples * (double)TimeSpan.TicksPerSecond / (double)units : null;
}

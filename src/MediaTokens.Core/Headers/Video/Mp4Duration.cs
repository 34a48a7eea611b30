using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>How long a movie plays, or why that is not known.</summary>
/// <param name="Whole">From the first picture or sound to the last.</param>
/// <param name="Pictures">The pictures alone.</param>
/// <param name="FrameRate">Frames per second, on average.</param>
/// <param name="Problem">Why <paramref name="Whole"/> is null.</param>
internal readonly record struct Mp4Duration(TimeSpan? Whole, TimeSpan? Pictures, double? FrameRate, string? Problem = null)
{
    // A movie and its longest track should tell the same. Between that and this, players believe the movie.
    private const int MostApart = 2;

    /// <summary>The duration of a movie whose samples are all told in its box "moov".</summary>
    public static Mp4Duration OfMovie(Mp4Movie movie, Mp4Track pictures)
    {
        uint scale = movie.Clock.Timescale;
        TimeSpan? ofPictures = pictures.Playing(scale) is Int128 units && units > 0 ? Mp4Time.OfUnits(units) : null;
        Mp4Duration told = new(null, ofPictures, pictures.Rate);
        if (!Mp4Time.IsScale(scale))
        {
            return told with { Problem = Invariant($"Its timescale is {scale}.") };
        }

        Int128 longest = 0;
        foreach (Mp4Track track in movie.Tracks)
        {
            longest = Int128.Max(longest, track.Playing(scale) is Int128 playing ? track.Waiting(scale) + playing : 0);
        }

        Int128 whole = movie.Clock.Duration is ulong ticks ? Mp4Time.Units(ticks, scale) : longest;
        if (Mp4Time.OfUnits(whole) is not TimeSpan duration)
        {
            return told with { Problem = "Its header tells more than 1,000,000 hours." };
        }

        if (duration == TimeSpan.Zero)
        {
            return told with { Problem = "Its header tells no duration." };
        }

        return longest > 0 && IsApart(movie, whole, longest)
            ? told with { Problem = Invariant($"Its header tells {Seconds(whole)} s, but its longest track {Seconds(longest)} s.") }
            : told with { Whole = duration };
    }

    private static bool IsApart(Mp4Movie movie, Int128 whole, Int128 longest)
    {
        if (whole * MostApart < longest)
        {
            return true;
        }

        // What is shown slower than it was taken lasts longer than its samples do, and only the edits tell.
        Int128 most = longest;
        foreach (Mp4Track track in movie.Tracks)
        {
            most = Int128.Max(most, Mp4Time.Units(track.Edits.Wait + track.Edits.Shown, movie.Clock.Timescale));
        }

        return whole > MostApart * most;
    }

    private static string Seconds(Int128 units) => Invariant($"{(decimal)Int128.Min(units, long.MaxValue) / TimeSpan.TicksPerSecond:0.###}");
}

namespace MediaTokens.Headers.Video;

/// <summary>Which member of the family a movie is, by the major brand of its box "ftyp" (mp4ra.org lists the brands).</summary>
internal static class Mp4Brands
{
    private const uint QuickTime = 0x71742020; // "qt  "
    private const uint SonyQuickTime = 0x6D717420; // "mqt "

    /// <param name="major">The major brand; null for a file without one, as QuickTime wrote before there were brands.</param>
    /// <param name="isFragmented">Whether the movie goes on in fragments, which QuickTime does not know.</param>
    public static MediaFormat FormatOf(uint? major, bool isFragmented) => major switch
    {
        null => isFragmented ? MediaFormat.Mp4 : MediaFormat.Mov,
        QuickTime or SonyQuickTime => MediaFormat.Mov,

        // "3gp" of 3GPP and "3g2" of 3GPP2 with the number of a release, and profiles such as "3gs6" and "3ge9".
        _ when major >> 16 == 0x3367 => MediaFormat.ThreeGp,
        _ => MediaFormat.Mp4,
    };
}

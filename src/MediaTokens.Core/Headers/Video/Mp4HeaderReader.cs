namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of MP4, QuickTime and 3GP (ISO/IEC 14496-12, Apple's QuickTime File Format).</summary>
/// <remarks>
/// Boxes as in <see cref="IsoBox"/>: "ftyp" with the major brand (4) first, if there is one; "moov" with everything about the movie, before or
/// behind "mdat" with its samples. A fragmented movie has few samples or none in "moov", and behind it many pairs of "moof" and "mdat".
/// </remarks>
internal static class Mp4HeaderReader
{
    private const uint Ftyp = 0x66747970;
    private const uint Moov = 0x6D6F6F76;
    private const uint Moof = 0x6D6F6F66;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        IsoBox box = FindMovie(ref window, out uint? brand);
        var movie = Mp4Movie.Read(ref window, box);
        Mp4Track pictures = movie.Pictures ?? throw NoPictures(movie);
        Mp4Duration duration = movie.IsFragmented
            ? Mp4FragmentedDuration.Read(ref window, movie, pictures, box.End)
            : Mp4Duration.OfMovie(movie, pictures);
        (int width, int height) = pictures.Table is { Width: > 0, Height: > 0 } table
            ? (table.Width, table.Height)
            : (pictures.DisplayWidth, pictures.DisplayHeight);
        int orientation = pictures.Matrix.Then(movie.Matrix).Orientation;
        MediaHeader header = Oriented.Header(Mp4Brands.FormatOf(brand, movie.IsFragmented), (ulong)width, (ulong)height, orientation);
        return header with
        {
            Video = new VideoHeader
            {
                Duration = duration.Whole,
                PictureDuration = duration.Pictures,
                FrameRate = duration.FrameRate,
                HasAudio = movie.Tracks.Exists(track => track.Handler == Mp4Track.Sound),
                DurationProblem = duration.Problem,
            },
        };
    }

    private static IsoBox FindMovie(ref HeaderWindow window, out uint? brand)
    {
        brand = null;
        for (long position = 0; position < window.Length;)
        {
            IsoBox box = IsoBox.Read(ref window, position, window.Length);
            switch (box.Type)
            {
                case Moov:
                    return box;
                case Moof:
                    throw new MediaException(
                        MediaErrorId.CorruptHeader,
                        "The file is a segment of a movie, without the initialization segment that has the box 'moov'.",
                        "Join the initialization segment and all others, in this order, into one file.");
                case Ftyp when box.End - box.Content >= 4:
                    brand ??= window.UInt32(box.Content, bigEndian: true);
                    break;
            }

            position = box.End;
        }

        throw HeaderError.Truncated(window.Length, "a box 'moov' with its tracks");
    }

    private static MediaException NoPictures(Mp4Movie movie) => HeaderError.NoVideoTrack(movie.Tracks.Count == 0
        ? "The movie has no tracks."
        : movie.Tracks.Exists(track => track.Handler == Mp4Track.Sound)
            ? "The movie has sound and no pictures."
            : "The movie has no pictures.");
}

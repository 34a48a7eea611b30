namespace MediaTokens.Headers.Video;

/// <summary>A track of a Segment.</summary>
/// <remarks>
/// TrackEntry (AE): TrackNumber (D7), TrackUID (73C5), TrackType (83: 1 video, 2 audio), FlagEnabled (B9, 1 where it is missing),
/// DefaultDuration (23E383), the nanoseconds of a frame, and Video (E0): PixelWidth (B0) and PixelHeight (BA) as coded, PixelCropBottom,
/// -Top, -Left and -Right (54AA, 54BB, 54CC, 54DD), the pixels to take off for display, and Projection (7670) of ProjectionType (7671)
/// 0, a plain rectangle, with ProjectionPoseYaw, -Pitch and -Roll (7673, 7674, 7675): degrees counter-clockwise to turn it for display.
/// </remarks>
internal sealed record MatroskaTrack
{
    public const ulong Pictures = 1;
    public const ulong Audio = 2;

    private const double NanosecondsPerSecond = 1e9;

    // Above this many frames a second, the duration of a frame says that the rate is not known.
    private const ulong ShortestFrame = 1_000_000;

    public ulong Number { get; private set; }

    public ulong Uid { get; private set; }

    /// <summary>1 for video, 2 for audio.</summary>
    public ulong Kind { get; private set; }

    public bool IsEnabled { get; private set; } = true;

    /// <summary>Nanoseconds of a frame; 0 where it is not told.</summary>
    public ulong FrameDuration { get; private set; }

    /// <summary>Pixels after cropping, before turning.</summary>
    public ulong Width { get; private set; }

    /// <summary>Pixels after cropping, before turning.</summary>
    public ulong Height { get; private set; }

    /// <summary>The EXIF orientation that turns the pictures as the projection does.</summary>
    public int Orientation { get; private set; } = 1;

    /// <summary>Frames per second; null where it is not told.</summary>
    public double? FrameRate => FrameDuration > ShortestFrame ? NanosecondsPerSecond / FrameDuration : null;

    public static MatroskaTrack Read(ref HeaderWindow window, EbmlElement entry)
    {
        var track = new MatroskaTrack();
        for (long position = entry.Content; position < entry.End;)
        {
            EbmlElement child = EbmlElement.ReadChild(ref window, ref position, entry.End);
            switch (child.Id)
            {
                case MatroskaId.TrackNumber:
                    track.Number = child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.TrackUid:
                    track.Uid = child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.TrackType:
                    track.Kind = child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.FlagEnabled:
                    track.IsEnabled = child.Content == child.End || child.Unsigned(ref window) != 0;
                    break;
                case MatroskaId.DefaultDuration:
                    track.FrameDuration = child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.Video:
                    track.ReadVideo(ref window, child);
                    break;
            }
        }

        return track;
    }

    private void ReadVideo(ref HeaderWindow window, EbmlElement video)
    {
        ulong? horizontal = 0;
        ulong? vertical = 0;
        for (long position = video.Content; position < video.End;)
        {
            EbmlElement child = EbmlElement.ReadChild(ref window, ref position, video.End);
            switch (child.Id)
            {
                case MatroskaId.PixelWidth:
                    Width = child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.PixelHeight:
                    Height = child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.PixelCropLeft or MatroskaId.PixelCropRight:
                    horizontal = Sum(horizontal, child.Unsigned(ref window));
                    break;
                case MatroskaId.PixelCropTop or MatroskaId.PixelCropBottom:
                    vertical = Sum(vertical, child.Unsigned(ref window));
                    break;
                case MatroskaId.Projection:
                    Orientation = ReadOrientation(ref window, child);
                    break;
            }
        }

        // A crop that leaves nothing is damaged, and the pictures are there all the same.
        Width -= horizontal < Width ? horizontal.Value : 0;
        Height -= vertical < Height ? vertical.Value : 0;
    }

    private static ulong? Sum(ulong? left, ulong? right) =>
        left <= uint.MaxValue && right <= uint.MaxValue ? left + right : null;

    private static int ReadOrientation(ref HeaderWindow window, EbmlElement projection)
    {
        bool isSimple = true;
        double roll = 0;
        for (long position = projection.Content; position < projection.End;)
        {
            EbmlElement child = EbmlElement.ReadChild(ref window, ref position, projection.End);
            switch (child.Id)
            {
                case MatroskaId.ProjectionType:
                    isSimple &= child.Unsigned(ref window) == 0;
                    break;
                case MatroskaId.ProjectionPoseYaw or MatroskaId.ProjectionPosePitch:
                    isSimple &= child.Float(ref window) == 0;
                    break;
                case MatroskaId.ProjectionPoseRoll:
                    roll = child.Float(ref window);
                    break;
            }
        }

        return (isSimple, roll) switch
        {
            (true, 90) => 8,
            (true, -90) => 6,
            (true, 180 or -180) => 3,
            _ => 1,
        };
    }
}

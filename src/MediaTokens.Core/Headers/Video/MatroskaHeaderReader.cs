using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of Matroska and WebM (RFC 9559).</summary>
/// <remarks>
/// Elements as in <see cref="EbmlElement"/>: a header (1A45DFA3), whose DocType (4282) is "matroska" or "webm", and a
/// Segment (18538067) with everything else. Of the header counts also EBMLReadVersion (42F7), 1, EBMLMaxIDLength (42F2), 4,
/// and EBMLMaxSizeLength (42F3), at most 8. A Segment has Info and Tracks, usually in front, then Clusters with the pictures and sounds;
/// where it is written without going back, as by a browser's recorder, Segment and Clusters are of unknown size, and Info has no Duration.
/// </remarks>
internal static class MatroskaHeaderReader
{
    private const ulong ReadVersion = 1;
    private const ulong LongestId = 4;
    private const ulong LongestSize = 8;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        EbmlElement header = EbmlElement.Read(ref window, 0, window.Length);
        header.RequireEnd(window.Length);
        MediaFormat format = ReadFormat(ref window, header);
        MatroskaSegment segment = MatroskaSegment.Read(ref window, FindSegment(ref window, header.End));
        MatroskaTracks tracks = MatroskaTracks.Read(ref window, segment.Tracks);
        MatroskaTrack picture = tracks.Picture ?? throw HeaderError.NoVideoTrack(Invariant(
            $"The file has {tracks.Count} {(tracks.Count == 1 ? "track" : "tracks")} and none of video."));
        MatroskaInfo info = MatroskaInfo.Read(ref window, segment.Info);
        VideoHeader video = Time(ref window, segment, tracks, info, picture) with
        {
            FrameRate = picture.FrameRate,
            HasAudio = tracks.HasAudio,
        };
        return Oriented.Header(format, picture.Width, picture.Height, picture.Orientation) with { Video = video };
    }

    private static VideoHeader Time(
        ref HeaderWindow window, MatroskaSegment segment, MatroskaTracks tracks, MatroskaInfo info, MatroskaTrack picture)
    {
        if (info.Problem is not null)
        {
            return new VideoHeader { DurationProblem = info.Problem };
        }

        if (info.Duration is { } duration)
        {
            TimeSpan? pictures = MatroskaTags.ReadDuration(ref window, segment.Tags, picture.Uid);
            return new VideoHeader { Duration = duration, PictureDuration = pictures <= duration ? pictures : null };
        }

        (TimeSpan? whole, TimeSpan? ofPictures) = MatroskaClusters.ReadEnd(ref window, segment, tracks, info.TimestampScale);
        return new VideoHeader
        {
            Duration = whole,
            PictureDuration = ofPictures,
            DurationProblem = whole is null ? "The header tells no duration, and no cluster near the end of the file tells a time." : null,
        };
    }

    private static MediaFormat ReadFormat(ref HeaderWindow window, EbmlElement header)
    {
        MediaFormat format = MediaFormat.Matroska;
        for (long position = header.Content; position < header.End;)
        {
            EbmlElement element = EbmlElement.ReadChild(ref window, ref position, header.End);
            switch (element.Id)
            {
                case MatroskaId.EbmlReadVersion:
                    RequireAtMost(ref window, element, ReadVersion, "version");
                    break;
                case MatroskaId.EbmlMaxIdLength:
                    RequireAtMost(ref window, element, LongestId, "length of ids");
                    break;
                case MatroskaId.EbmlMaxSizeLength:
                    RequireAtMost(ref window, element, LongestSize, "length of sizes");
                    break;

                // Players take a file of any other type for Matroska, and so does this one.
                case MatroskaId.DocType when element.Text(ref window).SequenceEqual("webm"u8):
                    format = MediaFormat.WebM;
                    break;
            }
        }

        return format;
    }

    private static void RequireAtMost(ref HeaderWindow window, EbmlElement element, ulong most, string what)
    {
        ulong value = element.Unsigned(ref window) ?? ulong.MaxValue;
        if (value > most)
        {
            throw HeaderError.Corrupt(Invariant($"The header asks for EBML with a {what} of {value}; Matroska has at most {most}."));
        }
    }

    private static EbmlElement FindSegment(ref HeaderWindow window, long position)
    {
        while (true)
        {
            EbmlElement element = EbmlElement.Read(ref window, position, window.Length);
            if (element.Id == MatroskaId.Segment)
            {
                return element;
            }

            element.RequireEnd(window.Length);
            position = element.End;
        }
    }
}

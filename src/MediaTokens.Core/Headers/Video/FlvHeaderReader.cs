using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of Flash video (Adobe Flash Video File Format Specification 10.1, annex E).</summary>
/// <remarks>
/// "FLV", version 1, flags (1: 4 audio, 1 video), size of this header (4), then tags as in <see cref="FlvTag"/>, each between two sizes of tags.
/// The first tag is usually script data with a duration, a size and a frame rate, but recorders that cannot go back leave out or zero
/// what they learn at the end only. The first video tag tells the size that the pictures have, and the last tags tell how long they play.
/// </remarks>
internal static class FlvHeaderReader
{
    private const byte AudioFlag = 4;
    private const byte VideoFlag = 1;
    private const int FlagsOffset = 4;
    private const int SizeOffset = 5;
    private const int HeaderSize = 9;
    private const double FastestRate = 1000;
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        byte flags = window.Byte(FlagsOffset);
        uint size = window.UInt32(SizeOffset, bigEndian: true);
        if (size < HeaderSize)
        {
            throw HeaderError.Corrupt(Invariant($"The header tells a size of {size}, less than the {HeaderSize} bytes that it has."));
        }

        FlvStart start = FlvStart.Read(ref window, size + FlvTag.TrailerSize, (flags & AudioFlag) != 0);
        if (!start.HasPictures)
        {
            RequireClaim(window.Length, start, (flags & VideoFlag) != 0);
        }

        (ulong width, ulong height) = SizeOf(start);
        bool hasAudio = start.HasAudio || (!start.IsAll && (start.Metadata.HasAudio ?? (flags & AudioFlag) != 0));
        VideoHeader video = Time(ref window, start, hasAudio) with
        {
            FrameRate = start.Metadata.FrameRate is > 0 and <= FastestRate ? start.Metadata.FrameRate : null,
            HasAudio = hasAudio,
        };
        return Oriented.Header(MediaFormat.Flv, width, height) with { Video = video };
    }

    /// <summary>Checks that pictures are still to come.</summary>
    private static void RequireClaim(long length, FlvStart start, bool hasFlag)
    {
        // Recorders of broadcasts set both flags, whatever comes.
        if (!(start.Metadata.HasPictures ?? (hasFlag && !start.HasAudio)))
        {
            throw HeaderError.NoVideoTrack("The file has sound or data and no pictures.");
        }

        if (start.IsAll || start.IsCut)
        {
            throw HeaderError.Truncated(length, "the end of its first picture");
        }
    }

    private static (ulong Width, ulong Height) SizeOf(FlvStart start)
    {
        if (start.Size is { } size)
        {
            return size;
        }

        FlvMetadata metadata = start.Metadata;
        return metadata.Width is > 0 and <= int.MaxValue && metadata.Height is > 0 and <= int.MaxValue
            ? ((ulong)Math.Round(metadata.Width.Value), (ulong)Math.Round(metadata.Height.Value))
            : throw HeaderError.InvalidDimensions("Neither the metadata nor the first pictures tell a size that can be read.");
    }

    private static VideoHeader Time(ref HeaderWindow window, FlvStart start, bool hasAudio)
    {
        double told = start.Metadata.Duration ?? 0;
        if (VideoTime.FromUnits(told, NanosecondsPerSecond) is { } duration)
        {
            return new VideoHeader { Duration = duration };
        }

        if (double.IsFinite(told) && told > 1)
        {
            return new VideoHeader { DurationProblem = "Its duration is above 1,000,000 hours." };
        }

        (TimeSpan? whole, TimeSpan? pictures) = FlvEnd.Read(ref window, start.FirstTag, start.FirstTime, hasAudio);
        return new VideoHeader
        {
            Duration = whole,
            PictureDuration = pictures,
            DurationProblem = whole is null ? "The metadata tells no duration, and no tag near the end of the file tells a time." : null,
        };
    }
}

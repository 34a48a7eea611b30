namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of an MPEG-1 or MPEG-2 program stream, VOB files of DVDs among them, and of bare MPEG video.</summary>
/// <remarks>
/// Such a file has no header of its own: the size is in the first sequence header of the pictures, see <see cref="MpegSequence"/>,
/// and the time is from the first time that a packet tells to the last, see <see cref="ProgramScan"/> and <see cref="MpegTiming"/>.
/// Bare video, which begins with a sequence header, has no packets and so no times.
/// </remarks>
internal static class MpegHeaderReader
{
    private const byte SequenceCode = 0xB3;

    // Up to the extension, with both matrices of quantization, and some more.
    private const int BareSize = 256;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        if (window.Byte(3) == SequenceCode)
        {
            return ReadBare(ref window);
        }

        var scan = new ProgramScan();
        bool isWhole = MpegTiming.ReadHead(ref window, scan, 0);
        if (scan.Video is not { } video)
        {
            throw scan.HasAudio && isWhole ? HeaderError.NoVideoTrack("The MPEG stream holds sound and no pictures.")
                : isWhole ? HeaderError.Truncated(window.Length, "pictures begin")
                : HeaderError.NoVideoTrack("No pictures were found at the start of the MPEG stream.");
        }

        if (video.Sequence is not { } sequence)
        {
            throw isWhole ? HeaderError.Truncated(window.Length, "the size of its pictures is told") : HeaderError.NoSizeNearStart();
        }

        return Oriented.Header(MediaFormat.Mpeg, sequence.Width, sequence.Height) with { Video = MpegTiming.Tell(ref window, scan, isWhole) };
    }

    private static MediaHeader ReadBare(ref HeaderWindow window)
    {
        ReadOnlySpan<byte> bytes = window.At(4, (int)Math.Min(BareSize, window.Length - 4));
        if (!MpegSequence.TryRead(bytes, out CodedSequence sequence))
        {
            throw HeaderError.Truncated(window.Length, "the size of its pictures is told");
        }

        return Oriented.Header(MediaFormat.Mpeg, sequence.Width, sequence.Height) with
        {
            Video = new VideoHeader
            {
                FrameRate = sequence.FrameRate,
                DurationProblem = "It is bare video without a container, which tells no times.",
            },
        };
    }
}

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of an MPEG-2 transport stream, AVCHD and Blu-ray (M2TS) among them.</summary>
/// <remarks>
/// Such a file has no header of its own: a program map tells the streams, see <see cref="TransportScan"/>, the size is in the first sequence header
/// or parameter set of the pictures, and the time is from the first time that a packet tells to the last, see <see cref="MpegTiming"/>.
/// </remarks>
internal static class MpegTsHeaderReader
{
    // A map is sent every tenth of a second or so.
    private const int MapReach = 320 * 1024;
    private const int Step = 16_384;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        (long start, int stride) = TransportPackets.Find(ref window) ?? throw HeaderError.Corrupt("The packets of a transport stream do not follow one another.");
        var scan = new TransportScan(stride);
        FindMap(ref window, scan, start);
        bool isWhole = MpegTiming.ReadHead(ref window, scan, start);
        if (scan.Video is not { Sequence: { } sequence } video)
        {
            throw WithoutSize(window.Length, scan, isWhole);
        }

        return Oriented.Header(MediaFormat.MpegTs, sequence.Width, sequence.Height) with { Video = MpegTiming.Tell(ref window, scan, isWhole) };
    }

    /// <summary>Looks for the program map, so that nothing before it is missed when the streams are read from the start.</summary>
    private static void FindMap(ref HeaderWindow window, TransportScan scan, long start)
    {
        long most = Math.Min(window.Length, start + MapReach);
        for (long position = start; position < most && !scan.HasMap;)
        {
            long next = scan.Scan(ref window, position, Math.Min(most, position + Step));
            if (next <= position)
            {
                break;
            }

            position = next;
        }

        scan.Restart();
    }

    private static MediaException WithoutSize(long length, TransportScan scan, bool isWhole)
    {
        if (scan.Video is not { } video)
        {
            return scan.HasOtherMap ? HeaderError.NoVideoTrack("The programs of the transport stream hold no pictures.")
                : isWhole ? HeaderError.Truncated(length, "a map of its programs")
                : HeaderError.Corrupt("The transport stream tells no map of its programs near its start.");
        }

        if (scan.Scrambled > 0)
        {
            return new MediaException(
                MediaErrorId.NoVideoTrack,
                "The pictures of the transport stream are scrambled, so their size cannot be read.",
                "Save the recording without its encryption, where you have the right to.");
        }

        return video.Coding == StreamCoding.OtherPictures
                ? new MediaException(
                    MediaErrorId.NoVideoTrack,
                    "The pictures of the transport stream are in a coding whose size is not read.",
                    HeaderError.ConvertVideo)
            : isWhole ? HeaderError.Truncated(length, "the size of its pictures is told")
            : HeaderError.NoSizeNearStart();
    }
}

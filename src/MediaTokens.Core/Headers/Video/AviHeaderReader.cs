using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of an AVI file (Microsoft AVI RIFF File Reference, OpenDML AVI File Format Extensions 1.02).</summary>
/// <remarks>
/// Chunks as in any RIFF: 4 letters, 32-bit little-endian size of the data, data, and a byte that makes the size even.
/// "RIFF" with form "AVI " holds "LIST" of "hdrl", then "LIST" of "movi" with the pictures and sound, then "idx1".
/// "hdrl" holds "avih", microseconds a frame (4), 12 bytes, frames (4), and one "LIST" of "strl" a stream, see <see cref="AviStream"/>.
/// Above 1 GB more "RIFF" follow with form "AVIX"; "avih" then counts the frames of the first alone, and "LIST" of "odml" has
/// "dmlh", the frames of all (4). The lists of the header are walked as if they were flat, as their sizes are often wrong.
/// </remarks>
internal static class AviHeaderReader
{
    private const uint List = 0x4C495354;
    private const uint Avih = 0x61766968;
    private const uint Dmlh = 0x646D6C68;
    private const uint Strh = 0x73747268;
    private const uint Strf = 0x73747266;
    private const uint Indx = 0x696E6478;
    private const uint Hdrl = 0x6864726C;
    private const uint Strl = 0x7374726C;
    private const uint Odml = 0x6F646D6C;
    private const uint Movi = 0x6D6F7669;

    private const int FirstChunk = 12;

    // A real header has a few dozen.
    private const int MostChunks = 1000;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        var found = new AviContent();
        long position = FirstChunk;
        for (int i = 0; i < MostChunks && found.MoviData == 0; i++)
        {
            if (!window.TryAt(position, 8, out ReadOnlySpan<byte> head))
            {
                break;
            }

            uint type = BinaryPrimitives.ReadUInt32BigEndian(head);
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            position = ReadChunk(ref window, ref found, type, position + 8, size);
        }

        if (found.Video is not { } video)
        {
            throw found.MoviData > 0
                ? HeaderError.NoVideoTrack(found.HasAudio ? "The AVI file holds sound and no pictures." : "The AVI file holds no pictures.")
                : HeaderError.Truncated(window.Length, "a stream of pictures is described");
        }

        if (!video.HasFormat)
        {
            throw found.MoviData > 0
                ? HeaderError.Corrupt("The stream of pictures has no format, and so no size.")
                : HeaderError.Truncated(window.Length, "the size of its pictures is told");
        }

        return Oriented.Header(MediaFormat.Avi, video.Width, video.Height) with { Video = AviTiming.Tell(ref window, found) };
    }

    /// <summary>Takes what a chunk tells.</summary>
    /// <returns>Where the next chunk begins: behind this one, or inside of it for the lists that are walked.</returns>
    private static long ReadChunk(ref HeaderWindow window, ref AviContent found, uint type, long data, uint size)
    {
        long next = data + size + (size & 1);
        switch (type)
        {
            case List:
                uint form = window.TryAt(data, 4, out ReadOnlySpan<byte> letters) ? BinaryPrimitives.ReadUInt32BigEndian(letters) : 0;
                if (form == Movi)
                {
                    found = found with { MoviData = data, MoviEnd = next };
                }

                return form is Hdrl or Strl or Odml ? data + 4 : next;
            case Avih when size >= 20:
                found = found with
                {
                    FramePeriod = window.UInt32(data, bigEndian: false),
                    FirstFrames = window.UInt32(data + 16, bigEndian: false),
                };
                break;
            case Dmlh when size >= 4:
                found = found with { AllFrames = window.UInt32(data, bigEndian: false) };
                break;
            case Strh when size >= AviStream.HeaderSize:
                found = found.Add(AviStream.Read(window.At(data, AviStream.HeaderSize), found.Streams));
                break;
            case Strf:
                found = found.Describe(ref window, data, size);
                break;
            case Indx when found.Video is { } video && video.Number == found.Streams - 1:
                found = found with { Index = data, IndexSize = size };
                break;
        }

        return next;
    }
}

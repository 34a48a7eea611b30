using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Reads the header of Windows Media (Advanced Systems Format Specification 01.20.03).</summary>
/// <remarks>
/// Objects as in <see cref="AsfObject"/>. First the header object: number of objects (4), 2 bytes, and the objects themselves:
/// file properties: 40 bytes up to play time (8, 100 ns), 8 bytes, preroll (8, ms), flags (4, bit 0 broadcast), smallest and largest packet (4 each);
/// stream properties: type (16), 24 bytes, size of the type's data (4), 4 bytes, flags (2, the stream's number in bits 0 to 6), 4 bytes, data,
/// which for pictures is width (4), height (4), 3 bytes, BITMAPINFOHEADER;
/// header extension: 22 bytes, and objects, among them extended stream properties: 48 bytes up to number (2), 2 bytes, time a frame (8, 100 ns),
/// numbers of names and of payload extensions (2 each), these, and maybe stream properties.
/// Then the data object: file id (16), number of packets (8), 2 bytes, packets as in <see cref="AsfPacket"/>.
/// </remarks>
internal static class AsfHeaderReader
{
    private const int HeaderContent = AsfObject.HeadSize + 6;

    // Real headers have a few dozen objects, and two levels of them.
    private const int MostObjects = 1000;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        AsfObject header = AsfObject.Read(ref window, 0, window.Length);
        var found = new AsfContent();
        ReadObjects(ref window, ref found, HeaderContent, header.End, depth: 0);
        if (found.VideoStream == 0)
        {
            throw header.End == window.Length ? HeaderError.Truncated(window.Length, "a stream of pictures is described")
                : found.HasAudio ? HeaderError.NoVideoTrack("The Windows Media file holds sound and no pictures.")
                : HeaderError.NoVideoTrack("The Windows Media file holds no pictures.");
        }

        ReadData(ref window, ref found, header.End);
        return Oriented.Header(MediaFormat.Wmv, found.Width, found.Height) with { Video = AsfTiming.Tell(ref window, found) };
    }

    private static void ReadObjects(ref HeaderWindow window, ref AsfContent found, long position, long end, int depth)
    {
        for (int i = 0; i < MostObjects && end - position >= AsfObject.HeadSize; i++)
        {
            AsfObject item = AsfObject.Read(ref window, position, end);
            switch (item.Type)
            {
                case AsfObject.FileProperties:
                    ReadFileProperties(ref window, ref found, item);
                    break;
                case AsfObject.StreamProperties:
                    ReadStream(ref window, ref found, item);
                    break;
                case AsfObject.HeaderExtension when depth == 0:
                    ReadObjects(ref window, ref found, item.Content + 22, item.End, depth: 1);
                    break;
                case AsfObject.ExtendedStreamProperties:
                    ReadExtendedStream(ref window, ref found, item);
                    break;
            }

            position = item.End;
        }
    }

    private static void ReadFileProperties(ref HeaderWindow window, ref AsfContent found, AsfObject item)
    {
        ReadOnlySpan<byte> properties = window.At(item.Require(item.Content, 76), 76);
        uint smallest = BinaryPrimitives.ReadUInt32LittleEndian(properties[68..]);
        uint largest = BinaryPrimitives.ReadUInt32LittleEndian(properties[72..]);
        found.HasProperties = true;
        found.PlayTime = BinaryPrimitives.ReadUInt64LittleEndian(properties[40..]);
        found.Preroll = BinaryPrimitives.ReadUInt64LittleEndian(properties[56..]);
        found.IsBroadcast = (properties[64] & 1) != 0;
        found.PacketSize = smallest == largest ? largest : 0;
    }

    private static void ReadStream(ref HeaderWindow window, ref AsfContent found, AsfObject item)
    {
        ReadOnlySpan<byte> head = window.At(item.Require(item.Content, 54), 54);
        ulong type = BinaryPrimitives.ReadUInt64BigEndian(head);
        int number = head[48] & 0x7F;
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(head[40..]);
        found.HasAudio |= type == AsfObject.AudioMedia;
        if (type != AsfObject.VideoMedia || found.VideoStream != 0 || number == 0)
        {
            return;
        }

        const int WithBitmap = 23;
        int count = size >= WithBitmap ? WithBitmap : 8;
        ReadOnlySpan<byte> data = window.At(item.Require(item.Content + 54, count), count);
        ReadOnlySpan<byte> sides = count == WithBitmap ? data[15..] : data;
        found.VideoStream = number;
        found.Width = BinaryPrimitives.ReadUInt32LittleEndian(sides);
        found.Height = (ulong)Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(sides[4..]));
    }

    private static void ReadExtendedStream(ref HeaderWindow window, ref AsfContent found, AsfObject item)
    {
        ReadOnlySpan<byte> head = window.At(item.Require(item.Content, 64), 64);
        int number = BinaryPrimitives.ReadUInt16LittleEndian(head[48..]);
        found.Periods[number] = BinaryPrimitives.ReadUInt64LittleEndian(head[52..]);
        int names = BinaryPrimitives.ReadUInt16LittleEndian(head[60..]);
        int extensions = BinaryPrimitives.ReadUInt16LittleEndian(head[62..]);
        long position = item.Content + 64;
        for (int i = 0; i < names && item.End - position >= 4; i++)
        {
            position += 4 + window.UInt16(position + 2, bigEndian: false);
        }

        for (int i = 0; i < extensions && item.End - position >= 22; i++)
        {
            position += 22 + (long)window.UInt32(position + 18, bigEndian: false);
        }

        if (item.End - position >= AsfObject.HeadSize
            && AsfObject.Read(ref window, position, item.End) is { Type: AsfObject.StreamProperties } stream)
        {
            ReadStream(ref window, ref found, stream);
        }
    }

    private static void ReadData(ref HeaderWindow window, ref AsfContent found, long position)
    {
        const int Before = AsfObject.HeadSize + 26;
        if (window.TryAt(position, Before, out ReadOnlySpan<byte> data)
            && BinaryPrimitives.ReadUInt64BigEndian(data) == AsfObject.Data)
        {
            found.PacketCount = BinaryPrimitives.ReadUInt64LittleEndian(data[40..]);
            found.Packets = position + Before;
        }
    }
}

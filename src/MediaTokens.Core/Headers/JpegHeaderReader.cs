using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>Reads the frame header of a JPEG file (ITU-T T.81, annex B) and the EXIF orientation before it.</summary>
/// <remarks>
/// SOI (FF D8), then segments: FF marker, 16-bit big-endian length that counts itself, content.
/// Before a marker any number of FF bytes may stand as fill. RST0-7 (D0-D7), TEM (01) and SOI have no length.
/// SOFn (C0-CF without DHT C4, JPG C8, DAC CC): length, precision (1 byte), height (2), width (2), components (1), 3 bytes for each.
/// A height of 0 means that a DNL segment after the first scan tells it.
/// APP1 (E1) holds EXIF when it begins with "Exif" 0 and one more byte; a TIFF structure follows.
/// </remarks>
internal static class JpegHeaderReader
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App1 = 0xE1;
    private const int ExifPrefix = 6;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        long position = 2;
        int orientation = 0;
        while (true)
        {
            byte marker = NextMarker(ref window, ref position);
            if (HasNoLength(marker))
            {
                continue;
            }

            if (marker is StartOfScan or EndOfImage)
            {
                throw HeaderError.Corrupt(Invariant($"Marker {marker:X2} at byte {position - 1} comes before any frame header."));
            }

            int length = window.UInt16(position, bigEndian: true);
            if (length < 2)
            {
                throw HeaderError.Corrupt(Invariant($"Segment {marker:X2} at byte {position} tells a length of {length}; the least is 2."));
            }

            if (IsFrameHeader(marker))
            {
                return ReadFrame(ref window, position, length, orientation);
            }

            if (position + length > window.Length)
            {
                throw HeaderError.Truncated(window.Length, Invariant($"the end of segment {marker:X2}, which tells {length} bytes"));
            }

            if (marker == App1 && orientation == 0)
            {
                orientation = ReadExif(ref window, position + 2, position + length);
            }

            position += length;
        }
    }

    /// <summary>Moves behind the next marker. As decoders do, it passes over whatever else stands between two segments.</summary>
    private static byte NextMarker(ref HeaderWindow window, ref long position)
    {
        while (true)
        {
            while (window.Byte(position) != 0xFF)
            {
                position++;
            }

            byte code;
            do
            {
                code = window.Byte(++position);
            }
            while (code == 0xFF);

            position++;
            if (code != 0)
            {
                return code;
            }
        }
    }

    private static bool HasNoLength(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7) or StartOfImage;

    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static MediaHeader ReadFrame(ref HeaderWindow window, long position, int length, int orientation)
    {
        ReadOnlySpan<byte> frame = window.At(position, 8);
        ushort height = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        ushort width = BinaryPrimitives.ReadUInt16BigEndian(frame[5..]);
        int components = frame[7];
        if (components == 0 || length != 8 + (3 * components))
        {
            throw HeaderError.Corrupt(Invariant($"The frame header tells {components} components and a length of {length}, which do not agree."));
        }

        if (height == 0 && width != 0)
        {
            throw HeaderError.InvalidDimensions(Invariant(
                $"The frame header tells {width} x 0 pixels: the height is left to a later segment (DNL), which is not read."));
        }

        return Oriented.Header(MediaFormat.Jpeg, width, height, Oriented.Normalize(orientation));
    }

    private static int ReadExif(ref HeaderWindow window, long start, long end) =>
        end - start > ExifPrefix && window.At(start, ExifPrefix)[..5].SequenceEqual("Exif\0"u8)
            ? ExifOrientation.Read(ref window, start + ExifPrefix, end)
            : 0;
}

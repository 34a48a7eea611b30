using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>One stream of an AVI file.</summary>
/// <remarks>
/// Chunk "strh": "vids", "auds", "txts", "mids" or "iavs" (4), codec (4), flags (4, bit 0 disabled), 8 bytes, scale (4),
/// rate (4), start (4), length (4), 8 bytes, sample size (4). Rate / scale units are played a second, length of them in all:
/// frames for pictures, blocks of the sample size for sound; sample size 0 means chunks of any size.
/// Chunk "strf": BITMAPINFOHEADER for pictures, size (4), width (4), height (4, negative for rows from top to bottom).
/// "iavs" is DV with pictures and sound in one, whose size follows from the television system alone (IEC 61834-2).
/// </remarks>
/// <param name="Number">Counted from 0, in the order of the file.</param>
/// <param name="Type">The four letters.</param>
/// <param name="Scale">Seconds times <paramref name="Rate"/> that a unit plays.</param>
/// <param name="Rate">Units played in <paramref name="Scale"/> seconds.</param>
/// <param name="Length">Units in all, as told.</param>
/// <param name="SampleSize">Bytes of a unit; 0 where they differ.</param>
internal readonly record struct AviStream(int Number, uint Type, uint Scale, uint Rate, uint Length, uint SampleSize)
{
    public const int HeaderSize = 48;

    private const uint Vids = 0x76696473;
    private const uint Auds = 0x61756473;
    private const uint Iavs = 0x69617673;

    /// <summary>Whether a chunk "strf" followed.</summary>
    public bool HasFormat { get; init; }

    /// <summary>Pixels; 0 until the format is read.</summary>
    public ulong Width { get; init; }

    /// <summary>Pixels; 0 until the format is read.</summary>
    public ulong Height { get; init; }

    public bool HasPictures => Type is Vids or Iavs;

    public bool HasSound => Type is Auds or Iavs;

    public bool IsTimed => Scale > 0 && Rate > 0;

    public static AviStream Read(ReadOnlySpan<byte> header, int number)
    {
        bool isDisabled = (header[8] & 1) != 0;
        return new AviStream(
            number,
            isDisabled ? 0 : BinaryPrimitives.ReadUInt32BigEndian(header),
            BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[32..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[44..]));
    }

    /// <summary>The stream with the size that its format tells.</summary>
    public AviStream Describe(ref HeaderWindow window, long data, uint size)
    {
        if (Type == Iavs)
        {
            bool isPal = Rate == 25L * Scale;
            return this with { HasFormat = true, Width = 720, Height = isPal ? 576u : 480u };
        }

        if (size < 12)
        {
            return this;
        }

        ReadOnlySpan<byte> sides = window.At(data + 4, 8);
        int width = BinaryPrimitives.ReadInt32LittleEndian(sides);
        long height = BinaryPrimitives.ReadInt32LittleEndian(sides[4..]);
        return this with { HasFormat = true, Width = (ulong)Math.Max(0, width), Height = (ulong)Math.Abs(height) };
    }
}

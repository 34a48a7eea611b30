using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>What the sample table of a track tells: the size of the pictures, how many samples there are, and how long they last.</summary>
/// <remarks>
/// Box "stbl" holds, among others, these full boxes.
/// "stsd": number of entries (4), each a box named after its coding; in one of pictures, width and height (2 each) are at byte 32.
/// "stts": number of entries (4); for each, number of samples (4) and the ticks that one of them lasts (4).
/// "ctts": number of entries (4); for each, number of samples (4) and the ticks until one of them is shown (4, signed).
/// "stsz" and "stz2": size of all samples or of their fields (4), number of samples (4).
/// </remarks>
/// <param name="Width">Pixels; 0 where it is not told.</param>
/// <param name="Height">Pixels; 0 where it is not told.</param>
/// <param name="Samples">Samples in all.</param>
/// <param name="Ticks">How long they last in all; null where the table is too long to be summed up, or not sound.</param>
/// <param name="FirstShown">Ticks until the first sample is shown.</param>
/// <param name="IsEmpty">Whether the table tells that there are no samples.</param>
internal readonly record struct Mp4SampleTable(int Width, int Height, long Samples, long? Ticks, int FirstShown, bool IsEmpty)
{
    private const uint Stsd = 0x73747364;
    private const uint Stts = 0x73747473;
    private const uint Ctts = 0x63747473;
    private const uint Stsz = 0x7374737A;
    private const uint Stz2 = 0x73747A32;

    // 32 KB, which is enough for a change of rate at every second of an hour.
    private const int MostEntries = 4096;

    public static Mp4SampleTable Read(ref HeaderWindow window, IsoBox table)
    {
        Mp4SampleTable told = default;
        IsoBox times = default;
        long position = table.Content;
        while (table.End - position >= 8)
        {
            IsoBox box = IsoBox.Read(ref window, position, table.End);
            switch (box.Type)
            {
                case Stsd when box.End - box.Content >= 8 + 36:
                    told = told with
                    {
                        Width = window.UInt16(box.Content + 8 + 32, bigEndian: true),
                        Height = window.UInt16(box.Content + 8 + 34, bigEndian: true),
                    };
                    break;
                case Stts:
                    times = box;
                    break;
                case Ctts when box.End - box.Content >= 16:
                    told = told with { FirstShown = (int)window.UInt32(box.Content + 12, bigEndian: true) };
                    break;
                case Stsz or Stz2:
                    uint samples = window.UInt32(box.Require(box.Content + 8, 4), bigEndian: true);
                    told = told with { Samples = samples, IsEmpty = samples == 0 };
                    break;
            }

            position = box.End;
        }

        return times.Type == Stts ? told.WithTimes(ref window, times) : told;
    }

    private Mp4SampleTable WithTimes(ref HeaderWindow window, IsoBox box)
    {
        long count = window.UInt32(box.Require(box.Content + 4, 4), bigEndian: true);
        if (count > (box.End - box.Content - 8) / 8)
        {
            throw HeaderError.Corrupt($"Box 'stts' tells {count} entries, more than it has room for.");
        }

        if (count > MostEntries)
        {
            return this;
        }

        Int128 ticks = 0;
        long samples = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = window.At(box.Content + 8 + (8L * i), 8);
            uint ofEntry = BinaryPrimitives.ReadUInt32BigEndian(entry);
            int length = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            if (length < 0)
            {
                return this;
            }

            samples += ofEntry;
            ticks += (Int128)ofEntry * length;
        }

        return ticks > 0 && ticks <= long.MaxValue ? this with { Samples = samples, Ticks = (long)ticks } : this;
    }
}

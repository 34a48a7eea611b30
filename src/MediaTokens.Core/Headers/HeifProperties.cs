using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>Finds size and turn of one item among the item properties of a HEIF file.</summary>
/// <remarks>
/// Box "iprp" holds "ipco", whose boxes are the properties, counted from 1, and one or more full boxes "ipma":
/// number of entries (4); for each, item (2; 4 from version 1 on), number of properties (1), and for each of those
/// its index (7 bits of 1 byte; 15 bits of 2 if flag 1 is set) under a top bit that says whether it is essential. They apply in order:
/// "ispe" (full): width (4), height (4). "irot": quarter turns counter-clockwise (2 bits). "imir": 0 top to bottom, 1 left to right.
/// "clap": width, height, horizontal and vertical offset of the part that is shown, each as numerator (4) and denominator (4).
/// An item that is put together from tiles ("grid") has its own "ispe".
/// </remarks>
internal static class HeifProperties
{
    private const uint Ipco = 0x6970636F;
    private const uint Ipma = 0x69706D61;
    private const uint Ispe = 0x69737065;
    private const uint Irot = 0x69726F74;
    private const uint Imir = 0x696D6972;
    private const uint Clap = 0x636C6170;

    public static (ulong Width, ulong Height, int Orientation) Read(ref HeaderWindow window, IsoBox box, uint item)
    {
        if (!IsoBox.TryFind(ref window, box.Content, box.End, Ipco, out IsoBox container))
        {
            throw HeaderError.Corrupt("The file has no item properties.");
        }

        long position = box.Content;
        while (IsoBox.TryFind(ref window, position, box.End, Ipma, out IsoBox map))
        {
            if (TryFindItem(ref window, map, item, out long first, out int count, out bool wide))
            {
                return Apply(ref window, container, map, first, count, wide, item);
            }

            position = map.End;
        }

        throw NoSize(item);
    }

    private static bool TryFindItem(ref HeaderWindow window, IsoBox map, uint item, out long first, out int count, out bool wide)
    {
        uint versionAndFlags = window.UInt32(map.Require(map.Content, 8), bigEndian: true);
        uint entries = window.UInt32(map.Content + 4, bigEndian: true);
        int idSize = versionAndFlags >> 24 == 0 ? 2 : 4;
        wide = (versionAndFlags & 1) != 0;
        long position = map.Content + 8;
        for (uint i = 0; i < entries; i++)
        {
            map.Require(position, idSize + 1);
            uint id = idSize == 2 ? window.UInt16(position, bigEndian: true) : window.UInt32(position, bigEndian: true);
            count = window.Byte(position + idSize);
            first = position + idSize + 1;
            if (id == item)
            {
                return true;
            }

            position = first + (count * (wide ? 2 : 1));
        }

        (first, count) = (0, 0);
        return false;
    }

    private static (ulong Width, ulong Height, int Orientation) Apply(
        ref HeaderWindow window, IsoBox container, IsoBox map, long first, int count, bool wide, uint item)
    {
        int indexSize = wide ? 2 : 1;
        map.Require(first, count * indexSize);
        ulong width = 0;
        ulong height = 0;
        bool hasSize = false;
        var turn = default(HeifTurn);
        for (int i = 0; i < count; i++)
        {
            long entry = first + (i * indexSize);
            int index = wide ? window.UInt16(entry, bigEndian: true) & 0x7FFF : window.Byte(entry) & 0x7F;
            if (index == 0)
            {
                continue;
            }

            IsoBox property = FindProperty(ref window, container, index);
            switch (property.Type)
            {
                case Ispe:
                    width = window.UInt32(property.Require(property.Content + 4, 8), bigEndian: true);
                    height = window.UInt32(property.Content + 8, bigEndian: true);
                    hasSize = true;
                    break;
                case Irot:
                    turn = turn.Rotate(window.Byte(property.Require(property.Content, 1)) & 3);
                    break;
                case Imir:
                    turn = turn.Mirror((window.Byte(property.Require(property.Content, 1)) & 1) != 0);
                    break;
                case Clap:
                    (ulong w, ulong h) = ReadAperture(ref window, property, turn.IsSideways);
                    (width, height) = w >= 1 && w <= width && h >= 1 && h <= height ? (w, h) : (width, height);
                    break;
            }
        }

        return hasSize ? (width, height, turn.Orientation) : throw NoSize(item);
    }

    private static IsoBox FindProperty(ref HeaderWindow window, IsoBox container, int index)
    {
        long position = container.Content;
        while (true)
        {
            IsoBox property = IsoBox.Read(ref window, position, container.End);
            if (--index == 0)
            {
                return property;
            }

            position = property.End;
        }
    }

    private static (ulong Width, ulong Height) ReadAperture(ref HeaderWindow window, IsoBox box, bool swap)
    {
        ReadOnlySpan<byte> data = window.At(box.Require(box.Content, 32), 16);
        ulong width = Divide(data);
        ulong height = Divide(data[8..]);
        return swap ? (height, width) : (width, height);
    }

    private static ulong Divide(ReadOnlySpan<byte> fraction)
    {
        uint denominator = BinaryPrimitives.ReadUInt32BigEndian(fraction[4..]);
        return denominator == 0 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(fraction) / denominator;
    }

    private static MediaException NoSize(uint item) =>
        HeaderError.Corrupt(Invariant($"The primary image, item {item}, has no size among its properties."));
}

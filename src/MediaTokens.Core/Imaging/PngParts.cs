using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MediaTokens.Headers;
using static System.FormattableString;

namespace MediaTokens.Imaging;

/// <summary>Walks over the chunks of a PNG or APNG file (W3C Portable Network Graphics, third edition).</summary>
/// <remarks>
/// Signature (8 bytes), then chunks: 32-bit big-endian length of the data, 4 letters of type, data, CRC-32 of type and data.
/// A first letter in upper case says that the image cannot be shown without the chunk. IEND is the last.
/// A decoder drops any other chunk whose CRC is wrong, so only those of the first kind are checked.
/// </remarks>
internal static class PngParts
{
    private const int SignatureSize = 8;
    private const int ChunkOverhead = 12;
    private const byte LowerCase = 0x20;

    /// <summary>The chunks besides the critical ones that change what is seen: colours, transparency, size on paper, animation.</summary>
    private static ReadOnlySpan<byte> Shown => "tRNSgAMAcHRMsRGBcICPmDCVmDCvcLLIcLLisBITbKGDhISTsPLTpHYsoFFsacTLfcTLfdAT"u8;

    /// <summary>The chunks that tell of colours, and that a profile overrules.</summary>
    private static ReadOnlySpan<byte> Colors => "gAMAcHRM"u8;

    public static PartList Walk(ReadOnlySpan<byte> file)
    {
        PartList parts = new();
        int position = Math.Min(SignatureSize, file.Length);
        parts.AddUpTo(position, PartKind.Image);
        bool hasPixels = false;
        while (TryReadChunk(file, position, parts, out int next))
        {
            ReadOnlySpan<byte> type = file.Slice(position + 4, 4);
            hasPixels |= type.SequenceEqual("IDAT"u8);
            parts.ProfileOverrules |= IsAmong(Colors, type);
            CheckChecksum(file, position, next, parts);
            parts.AddUpTo(next, KindOf(type));
            if (type.SequenceEqual("iCCP"u8))
            {
                parts.Profile ??= PngProfile.Read(file[(position + 8)..(next - 4)]);
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                if (!hasPixels)
                {
                    parts.AddDamage(Invariant($"The image ends at byte {position}, before any pixels."));
                }

                parts.AddUpTo(file.Length, PartKind.Trailer);
                break;
            }

            position = next;
        }

        return parts;
    }

    private static bool TryReadChunk(ReadOnlySpan<byte> file, int position, PartList parts, out int next)
    {
        ReadOnlySpan<byte> rest = file[position..];
        long length = rest.Length < ChunkOverhead ? long.MaxValue : (long)BinaryPrimitives.ReadUInt32BigEndian(rest) + ChunkOverhead;
        if (length <= rest.Length)
        {
            next = position + (int)length;
            return true;
        }

        next = file.Length;
        ReadOnlySpan<byte> type = rest.Length < 8 ? default : rest.Slice(4, 4);
        parts.AddCut(file.Length, type.IsEmpty ? "before the end of the image is marked" : $"within chunk {Name(type)}");
        parts.AddUpTo(file.Length, type.IsEmpty ? PartKind.Metadata : KindOf(type));
        return false;
    }

    private static void CheckChecksum(ReadOnlySpan<byte> file, int position, int next, PartList parts)
    {
        ReadOnlySpan<byte> type = file.Slice(position + 4, 4);
        if (parts.Damage is null
            && IsCritical(type)
            && Crc32.Compute(file[(position + 4)..(next - 4)]) != BinaryPrimitives.ReadUInt32BigEndian(file[(next - 4)..]))
        {
            parts.AddDamage(Invariant($"The checksum of chunk {Name(type)} at byte {position} is wrong."));
        }
    }

    private static PartKind KindOf(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual("iCCP"u8))
        {
            return PartKind.Profile;
        }

        return IsCritical(type) || IsAmong(Shown, type) ? PartKind.Image : PartKind.Metadata;
    }

    private static bool IsCritical(ReadOnlySpan<byte> type) => (type[0] & LowerCase) == 0;

    private static bool IsAmong(ReadOnlySpan<byte> types, ReadOnlySpan<byte> type) =>
        MemoryMarshal.Cast<byte, uint>(types).Contains(MemoryMarshal.Read<uint>(type));

    private static string Name(ReadOnlySpan<byte> type) => FourCC.Name(BinaryPrimitives.ReadUInt32BigEndian(type));
}

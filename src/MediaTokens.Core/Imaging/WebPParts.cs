using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>Walks over the chunks of a WebP file (RFC 9649).</summary>
/// <remarks>
/// "RIFF", 32-bit little-endian size of what follows, "WEBP", then chunks: 4 letters, 32-bit size, data, padding to an even size.
/// A first chunk "VP8X" begins with flags: 20 profile, 08 EXIF, 04 XMP. A decoder passes over what the flags do not announce.
/// </remarks>
internal static class WebPParts
{
    private const int FirstChunk = 12;
    private const int ChunkHead = 8;
    private const int FlagsAt = FirstChunk + ChunkHead;
    private const byte HasProfile = 0x20;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    private static ReadOnlySpan<byte> Shown => "VP8 VP8LVP8XALPHANIMANMF"u8;

    private static ReadOnlySpan<byte> Pixels => "VP8 VP8LANMF"u8;

    public static PartList Walk(ReadOnlySpan<byte> file)
    {
        PartList parts = new();
        parts.AddUpTo(Math.Min(FirstChunk, file.Length), PartKind.Image);
        if (file.Length < FirstChunk)
        {
            parts.AddCut(file.Length, "before its first chunk");
            return parts;
        }

        long declared = (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + ChunkHead;
        WalkChunks(file[..(int)Math.Min(declared, file.Length)], parts);
        if (declared > file.Length)
        {
            parts.AddCut(file.Length, FormattableString.Invariant($"and its header tells {declared}"));
        }

        parts.AddUpTo(file.Length, PartKind.Trailer);
        return parts;
    }

    /// <summary>Writes the RIFF header, and the flags where there are some, of a file that keeps only some parts.</summary>
    /// <returns>How many of the file's first bytes have been written.</returns>
    public static int WriteStart(ReadOnlySpan<byte> file, ReadOnlySpan<ImagePart> kept, Stream output)
    {
        long total = 0;
        bool keepsProfile = false;
        foreach (ImagePart part in kept)
        {
            total += part.Length;
            keepsProfile |= part.Kind == PartKind.Profile;
        }

        Span<byte> start = stackalloc byte[FlagsAt + 1];
        int length = HasFlags(file[..kept[0].Length]) ? start.Length : Math.Min(FirstChunk, kept[0].Length);
        file[..length].CopyTo(start);
        BinaryPrimitives.WriteUInt32LittleEndian(start[4..], (uint)Math.Max(0, total - ChunkHead));
        start[FlagsAt] &= unchecked((byte)~(HasExif | HasXmp | (keepsProfile ? 0 : HasProfile)));
        output.Write(start[..length]);
        return length;
    }

    private static void WalkChunks(ReadOnlySpan<byte> riff, PartList parts)
    {
        bool hasPixels = false;
        bool announcesProfile = HasFlags(riff) && (riff[FlagsAt] & HasProfile) != 0;
        int position = Math.Min(FirstChunk, riff.Length);
        while (riff.Length - position >= ChunkHead)
        {
            ReadOnlySpan<byte> type = riff.Slice(position, 4);
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(riff[(position + 4)..]);
            ReadOnlySpan<byte> data = riff[(position + ChunkHead)..];
            PartKind kind = KindOf(type);
            if (size > data.Length)
            {
                parts.AddCut(riff.Length, $"within chunk {Name(type)}");
                parts.AddUpTo(riff.Length, kind);
                return;
            }

            if (kind == PartKind.Profile && announcesProfile && size <= PartList.LongestProfile)
            {
                parts.Profile ??= ColorProfile.Parse(data[..(int)size]);
            }

            hasPixels |= IsAmong(Pixels, type);

            // Some writers leave out the padding of the last chunk.
            position += ChunkHead + (int)Math.Min((long)size + (size & 1), data.Length);
            parts.AddUpTo(position, kind);
        }

        parts.AddUpTo(riff.Length, PartKind.Metadata);
        if (!hasPixels)
        {
            parts.AddCut(riff.Length, "before any pixels");
        }
    }

    private static bool HasFlags(ReadOnlySpan<byte> file) => file.Length > FlagsAt && file.Slice(FirstChunk, 4).SequenceEqual("VP8X"u8);

    private static PartKind KindOf(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual("ICCP"u8))
        {
            return PartKind.Profile;
        }

        return IsAmong(Shown, type) ? PartKind.Image : PartKind.Metadata;
    }

    private static bool IsAmong(ReadOnlySpan<byte> types, ReadOnlySpan<byte> type) =>
        MemoryMarshal.Cast<byte, uint>(types).Contains(MemoryMarshal.Read<uint>(type));

    private static string Name(ReadOnlySpan<byte> type) => FourCC.Name(BinaryPrimitives.ReadUInt32BigEndian(type));
}

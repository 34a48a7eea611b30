using System.Buffers.Binary;

namespace MediaTokens.Benchmarks.Corpus;

/// <summary>
/// An APP2 segment with a colour profile: marker FF E2, length in two bytes that counts itself, "ICC_PROFILE\0", part 1 of 1,
/// then a profile of the usual 3,144 bytes, of which only the size, the signature and an empty list of tags are set.
/// </summary>
internal static class IccSegment
{
    public const int Size = ProfileStart + ProfileSize;

    private const int ProfileStart = 18;
    private const int ProfileSize = 3144;

    public static void Write(Span<byte> segment)
    {
        segment[..Size].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(segment, 0xFFE2);
        BinaryPrimitives.WriteUInt16BigEndian(segment[2..], Size - 2);
        "ICC_PROFILE\0\x01\x01"u8.CopyTo(segment[4..]);

        Span<byte> profile = segment[ProfileStart..];
        BinaryPrimitives.WriteUInt32BigEndian(profile, ProfileSize);
        "mntrRGB XYZ "u8.CopyTo(profile[12..]);
        "acsp"u8.CopyTo(profile[36..]);
    }
}

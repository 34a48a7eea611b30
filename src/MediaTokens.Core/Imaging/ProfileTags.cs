using System.Buffers.Binary;

namespace MediaTokens.Imaging;

/// <summary>The tag table of an ICC profile (ICC.1:2022, 7.3).</summary>
/// <remarks>At byte 128 the number of tags (4, big-endian), then 12 bytes for each: signature (4), offset in the profile (4), size (4).</remarks>
internal readonly ref struct ProfileTags(ReadOnlySpan<byte> profile)
{
    private const int TableAt = 128;
    private const int EntrySize = 12;

    // Profiles have fewer than thirty; a table that claims millions is not to be searched for each tag.
    private const int MostTags = 1000;

    private readonly ReadOnlySpan<byte> _profile = profile;

    /// <summary>The bytes of a tag; none when it is missing or not within the profile.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> signature)
    {
        ReadOnlySpan<byte> entries = _profile[(TableAt + sizeof(uint))..];
        uint count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(_profile[TableAt..]), MostTags);
        for (uint i = 0; i < count && entries.Length >= EntrySize; i++, entries = entries[EntrySize..])
        {
            if (entries.StartsWith(signature))
            {
                ulong offset = BinaryPrimitives.ReadUInt32BigEndian(entries[4..]);
                ulong size = BinaryPrimitives.ReadUInt32BigEndian(entries[8..]);
                return offset + size <= (ulong)_profile.Length ? _profile.Slice((int)offset, (int)size) : default;
            }
        }

        return default;
    }
}

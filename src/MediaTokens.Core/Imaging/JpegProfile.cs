namespace MediaTokens.Imaging;

/// <summary>Puts the ICC profile of a JPEG file together (ICC.1:2022, annex B.4).</summary>
/// <remarks>APP2: "ICC_PROFILE" 0, number of this chunk from 1, number of all chunks, then a share of the profile.</remarks>
internal sealed class JpegProfile
{
    private const int PrefixLength = 14;

    private readonly (int Offset, int Length)[] _chunks = new (int, int)[byte.MaxValue + 1];
    private int _count;
    private int _expected;
    private bool _isBroken;

    public static bool IsChunk(ReadOnlySpan<byte> content) =>
        content.Length >= PrefixLength && content.StartsWith("ICC_PROFILE\0"u8);

    /// <param name="content">The content of a segment that is a chunk.</param>
    /// <param name="offset">Where the content begins in the file.</param>
    public void Add(ReadOnlySpan<byte> content, int offset)
    {
        byte number = content[12];
        byte expected = content[13];
        _isBroken |= number == 0 || number > expected || _chunks[number].Offset != 0 || (_count > 0 && expected != _expected);
        _chunks[number] = (offset + PrefixLength, content.Length - PrefixLength);
        _expected = expected;
        _count++;
    }

    /// <summary>The profile; null when chunks are missing or contradict each other.</summary>
    public ColorProfile? Join(ReadOnlySpan<byte> file)
    {
        if (_isBroken || _count != _expected)
        {
            return null;
        }

        ReadOnlySpan<(int Offset, int Length)> chunks = _chunks.AsSpan(1, _count);
        int total = 0;
        foreach ((_, int length) in chunks)
        {
            total += length;
        }

        if (total > PartList.LongestProfile)
        {
            return null;
        }

        byte[] profile = new byte[total];
        int position = 0;
        foreach ((int offset, int length) in chunks)
        {
            file.Slice(offset, length).CopyTo(profile.AsSpan(position));
            position += length;
        }

        return ColorProfile.Parse(profile);
    }
}

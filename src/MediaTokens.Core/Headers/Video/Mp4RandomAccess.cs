namespace MediaTokens.Headers.Video;

/// <summary>The index of random access at the end of a fragmented movie, which tells where one of the last fragments is.</summary>
/// <remarks>
/// The last box in box "mfra" is full box "mfro", whose 4 bytes are the size of "mfra". Before it is for each track full box "tfra": number of
/// the track (4), lengths of three numbers in an entry (2 bits each at the end of 4 bytes; 0 is for 1 byte), number of entries (4); for each,
/// time and position of the fragment (4 each; 8 in version 1), and those three numbers.
/// </remarks>
internal static class Mp4RandomAccess
{
    private const uint Mfra = 0x6D667261;
    private const uint Mfro = 0x6D66726F;
    private const uint Tfra = 0x74667261;
    private const uint Moof = 0x6D6F6F66;
    private const int SizeOfLast = 16;

    /// <summary>The position of a fragment behind which each track has few more; null where there is no index, or not a sound one.</summary>
    public static long? FindLast(ref HeaderWindow window)
    {
        long end = window.Length;
        if (!IsoBox.TryRead(ref window, end - SizeOfLast, end, out IsoBox last) || last.Type != Mfro)
        {
            return null;
        }

        long start = end - window.UInt32(last.Content + 4, bigEndian: true);
        if (!IsoBox.TryRead(ref window, start, end, out IsoBox index) || index.Type != Mfra)
        {
            return null;
        }

        long? first = null;
        long position = index.Content;
        while (IsoBox.TryFind(ref window, position, index.End, Tfra, out IsoBox box))
        {
            long? found = ReadLast(ref window, box);
            first = first < found ? first : found ?? first;
            position = box.End;
        }

        return first is long fragment && IsoBox.TryRead(ref window, fragment, end, out IsoBox moof) && moof.Type == Moof ? fragment : null;
    }

    private static long? ReadLast(ref HeaderWindow window, IsoBox box)
    {
        uint lengths = window.UInt32(box.Require(box.Content, 16) + 8, bigEndian: true);
        long count = window.UInt32(box.Content + 12, bigEndian: true);
        bool wide = window.Byte(box.Content) == 1;
        long numbers = 3 + (lengths & 3) + ((lengths >> 2) & 3) + ((lengths >> 4) & 3);
        long entry = box.Content + 16 + ((count - 1) * ((wide ? 16 : 8) + numbers));
        if (count == 0 || box.End - entry < (wide ? 16 : 8))
        {
            return null;
        }

        return wide ? (long)Math.Min(window.UInt64(entry + 8, bigEndian: true), long.MaxValue) : window.UInt32(entry + 4, bigEndian: true);
    }
}

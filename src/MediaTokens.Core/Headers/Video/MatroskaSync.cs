namespace MediaTokens.Headers.Video;

/// <summary>Finds where an element begins among the Clusters of a Segment, from any byte on.</summary>
/// <remarks>
/// Any bytes may stand in a picture. So a Cluster, or a block of one of the tracks, counts only if elements follow each other from there,
/// each at the end of the one before and of a kind that may be there.
/// </remarks>
internal static class MatroskaSync
{
    private const int LinksToFollow = 4;

    // Much less than the buffer of the window, so that what follows a byte that means nothing is read already.
    private const int Glance = 64;

    // What is cut off at the end of the file ends no chain.
    private const int LinksBeforeCut = 2;

    /// <summary>The position of the first element within so many bytes; null where none is found.</summary>
    public static long? Find(ref HeaderWindow window, MatroskaTracks tracks, long position, long end, int reach)
    {
        long last = end - position > reach ? position + reach : end;
        while (position < last)
        {
            int count = (int)Math.Min(Glance, last - position);
            if (!window.TryAt(position, count, out ReadOnlySpan<byte> bytes))
            {
                return null;
            }

            int index = bytes.IndexOfAny((byte)MatroskaId.SimpleBlock, (byte)MatroskaId.BlockGroup, (byte)(MatroskaId.Cluster >> 24));
            if (index < 0)
            {
                position += count;
                continue;
            }

            position += index;
            if (IsElement(ref window, tracks, position, end))
            {
                return position;
            }

            position++;
        }

        return null;
    }

    /// <summary>Whether an element of this kind may stand in a Cluster or behind one.</summary>
    public static bool IsExpected(uint id) => id
        is MatroskaId.SimpleBlock or MatroskaId.BlockGroup or MatroskaId.Cluster or MatroskaId.Timestamp or MatroskaId.Position
        or MatroskaId.PrevSize or MatroskaId.EncryptedBlock or MatroskaId.SilentTracks or MatroskaId.Crc32 or MatroskaId.Void
        or MatroskaId.Cues or MatroskaId.Tags or MatroskaId.Chapters or MatroskaId.Attachments or MatroskaId.SeekHead
        or MatroskaId.Info or MatroskaId.Tracks;

    private static bool IsElement(ref HeaderWindow window, MatroskaTracks tracks, long position, long end)
    {
        for (int link = 0; link < LinksToFollow && position < end; link++)
        {
            if (!EbmlElement.TryRead(ref window, position, end, out EbmlElement element) || !IsExpected(element.Id)
                || (link == 0 && !IsSure(ref window, tracks, element)))
            {
                return false;
            }

            if (element.Id != MatroskaId.Cluster && element.Extent != EbmlExtent.Known)
            {
                return element.Extent == EbmlExtent.Cut && link >= LinksBeforeCut;
            }

            position = element.Id == MatroskaId.Cluster ? element.Content : element.End;
        }

        return true;
    }

    /// <summary>Whether a first element is a Cluster or belongs to a track that there is.</summary>
    private static bool IsSure(ref HeaderWindow window, MatroskaTracks tracks, EbmlElement element) =>
        element.Id == MatroskaId.Cluster
        || (element.Extent == EbmlExtent.Known && MatroskaBlock.Read(ref window, element) is { } block && tracks.Has(block.Track));
}

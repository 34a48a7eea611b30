namespace MediaTokens.Headers.Video;

/// <summary>Where the packets of an MPEG transport stream begin, and how far they are apart.</summary>
/// <remarks>
/// A packet of 188 bytes begins with 47; on discs and in AVCHD 4 bytes of time stand before each. What is recorded from a broadcast may begin
/// within a packet, and then more packets must follow one another before it counts: any byte may be 47.
/// </remarks>
internal static class TransportPackets
{
    public const int Size = 188;

    private const int TimeSize = 4;
    private const int DiscStride = TimeSize + Size;
    private const byte Sync = 0x47;
    private const int LeastPackets = 3;
    private const int Packets = 5;
    private const int PacketsAfterCut = 8;

    /// <summary>The position of the first whole packet and the bytes from one packet to the next; null for any other file.</summary>
    public static (long Start, int Stride)? Find(ref HeaderWindow window)
    {
        ReadOnlySpan<byte> bytes = window.At(0, (int)Math.Min(window.Length, DiscStride * (PacketsAfterCut + 1)));

        // A 47 is the letter G.
        if (SignatureHints.IsText(bytes))
        {
            return null;
        }

        return Follow(bytes, Size, Math.Clamp(bytes.Length / Size, LeastPackets, Packets)) ? (0, Size)
            : Follow(bytes[Math.Min(TimeSize, bytes.Length)..], DiscStride, Math.Clamp(bytes.Length / DiscStride, LeastPackets, Packets)) ? (TimeSize, DiscStride)
            : AfterCut(bytes, Size) ?? AfterCut(bytes, DiscStride);
    }

    private static (long Start, int Stride)? AfterCut(ReadOnlySpan<byte> bytes, int stride)
    {
        for (int start = 1; start < Math.Min(stride, bytes.Length); start++)
        {
            if (Follow(bytes[start..], stride, PacketsAfterCut))
            {
                return (start, stride);
            }
        }

        return null;
    }

    private static bool Follow(ReadOnlySpan<byte> bytes, int stride, int packets)
    {
        for (int i = 0; i < packets; i++)
        {
            if (i * stride >= bytes.Length || bytes[i * stride] != Sync)
            {
                return false;
            }
        }

        return true;
    }
}

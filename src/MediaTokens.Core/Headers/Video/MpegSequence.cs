using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Reads the sequence header of MPEG-1, MPEG-2, MPEG-4 (part 2) and VC-1 video.</summary>
/// <remarks>
/// MPEG-1 and 2 (ISO/IEC 11172-2 and 13818-2, 6.2.2): 00 00 01 B3, width (12 bits), height (12), aspect (4), frame rate code (4), and more;
/// MPEG-2 adds 00 00 01 B5 with 1 (4 bits), profile (8), progressive (1), chroma (2), higher bits of the width (2) and height (2),
/// bit rate (12), marker (1), buffer (8), low delay (1), factor of the rate less 1 (2), divisor of the rate less 1 (5).
/// MPEG-4 (ISO/IEC 14496-2, 6.2.3): 00 00 01 20 to 2F and a video object layer.
/// VC-1 (SMPTE 421M, 6.1): 00 00 01 0F, profile (2 bits, 3 for advanced), 13 bits, 1 bit, half of the width less 1 (12), of the height (12).
/// </remarks>
internal static class MpegSequence
{
    private const byte Extension = 0xB5;
    private const int StartCode = 4;
    private const int ExtensionSize = 6;

    // Frames a second, or in 1001 seconds where above 1000, by the frame rate code.
    private static ReadOnlySpan<int> Rates => [0, 24_000, 24, 25, 30_000, 30, 50, 60_000, 60];

    /// <summary>Reads MPEG-1 or MPEG-2 video.</summary>
    /// <param name="bytes">From behind the start code on, with the extension's start code among them.</param>
    /// <param name="sequence">The coded size and the frame rate.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out CodedSequence sequence)
    {
        sequence = default;
        if (bytes.Length < 8)
        {
            return false;
        }

        uint width = ((uint)bytes[0] << 4) | ((uint)bytes[1] >> 4);
        uint height = ((bytes[1] & 0x0Fu) << 8) | bytes[2];
        int code = bytes[3] & 0x0F;
        long rate = code < Rates.Length ? Rates[code] : 0;
        long divisor = rate > 1000 ? 1001 : 1;
        if (FindExtension(bytes) is { IsEmpty: false } extension)
        {
            uint bits = BinaryPrimitives.ReadUInt32BigEndian(extension);
            width |= ((bits >> 15) & 3) << 12;
            height |= ((bits >> 13) & 3) << 12;
            rate *= ((extension[5] >> 5) & 3) + 1;
            divisor *= (extension[5] & 0x1F) + 1;
        }

        sequence = new CodedSequence(width, height, rate, divisor);
        return true;
    }

    public static bool TryReadMpeg4(ReadOnlySpan<byte> bytes, out CodedSequence sequence)
    {
        var bits = new BitReader(bytes, hasEmulation: false);
        bits.Skip(9);
        uint version = bits.Flag() ? bits.Bits(7) >> 3 : 1;
        bits.Skip(bits.Bits(4) == 15 ? 16 : 0);
        if (bits.Flag())
        {
            bits.Skip(3);
            bits.Skip(bits.Flag() ? 79 : 0);
        }

        uint shape = bits.Bits(2);
        bits.Skip(shape == 3 && version != 1 ? 4 : 0);
        _ = bits.Bit();
        uint resolution = bits.Bits(16);
        _ = bits.Bit();
        bool isFixed = bits.Flag();
        int clockBits = Math.Max(1, 32 - System.Numerics.BitOperations.LeadingZeroCount(Math.Max(1, resolution) - 1));
        uint period = isFixed ? bits.Bits(clockBits) : 0;
        _ = bits.Bit();
        uint width = bits.Bits(13);
        _ = bits.Bit();
        sequence = new CodedSequence(width, bits.Bits(13), resolution, period);
        return shape == 0 && !bits.IsPastEnd;
    }

    public static bool TryReadVc1(ReadOnlySpan<byte> bytes, out CodedSequence sequence)
    {
        var bits = new BitReader(bytes, hasEmulation: true);
        bool isAdvanced = bits.Bits(2) == 3;
        bits.Skip(14);
        sequence = new CodedSequence((bits.Bits(12) + 1) * 2, (bits.Bits(12) + 1) * 2, 0, 0);
        return isAdvanced && !bits.IsPastEnd;
    }

    private static ReadOnlySpan<byte> FindExtension(ReadOnlySpan<byte> bytes)
    {
        // No start code can be within the header itself, and the extension comes before any other.
        int code = bytes.IndexOf((ReadOnlySpan<byte>)[0, 0, 1]);
        bool isThere = code >= 0 && bytes.Length >= code + StartCode + ExtensionSize
            && bytes[code + 3] == Extension && bytes[code + StartCode] >> 4 == 1;
        return isThere ? bytes.Slice(code + StartCode, ExtensionSize) : [];
    }
}

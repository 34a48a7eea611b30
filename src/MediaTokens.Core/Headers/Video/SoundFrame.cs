namespace MediaTokens.Headers.Video;

/// <summary>The header of one frame of sound.</summary>
/// <remarks>
/// MPEG audio (ISO/IEC 11172-3 and 13818-3): 11 bits of ones, version (2 bits), layer (2), 1 bit, bit rate (4), sample rate (2), padding (1).
/// AAC in ADTS (ISO/IEC 13818-7, 6.2): 12 bits of ones, 1 bit, layer 0 (2), 3 bits, sample rate (4), 4 bits, then 4 bits, bytes of the frame (13).
/// AC-3 (ATSC A/52, 5.3): 0B 77, checksum (2), sample rate (2 bits), size (6), version (5). E-AC-3 (annex E): 0B 77, type (2 bits),
/// stream (3), half the bytes less 1 (11), sample rate (2), blocks (2).
/// </remarks>
/// <param name="Size">Bytes of the frame, its header included.</param>
/// <param name="Samples">Samples of one channel.</param>
/// <param name="Rate">Samples a second.</param>
internal readonly record struct SoundFrame(int Size, int Samples, int Rate)
{
    /// <summary>The bytes that tell all of it.</summary>
    public const int HeaderSize = 6;

    private static ReadOnlySpan<int> Mpeg1Rates => [44_100, 48_000, 32_000];

    private static ReadOnlySpan<int> AacRates =>
        [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

    private static ReadOnlySpan<int> Ac3Rates => [48_000, 44_100, 32_000];

    // Kilobits a second, by half the size code.
    private static ReadOnlySpan<int> Ac3BitRates => [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640];

    private static ReadOnlySpan<int> Layer1BitRates => [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448];

    private static ReadOnlySpan<int> Layer2BitRates => [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];

    private static ReadOnlySpan<int> Layer3BitRates => [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

    private static ReadOnlySpan<int> Low1BitRates => [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256];

    private static ReadOnlySpan<int> LowBitRates => [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private static ReadOnlySpan<int> Blocks => [256, 512, 768, 1536];

    /// <summary>Reads a header of <see cref="HeaderSize"/> bytes.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SoundFrame frame)
    {
        frame = bytes switch
        {
            [0x0B, 0x77, ..] => (bytes[5] >> 3) > 10 ? Eac3(bytes) : Ac3(bytes),
            [0xFF, >= 0xF0, ..] when (bytes[1] & 6) == 0 => Aac(bytes),
            [0xFF, >= 0xE0, ..] => Mpeg(bytes),
            _ => default,
        };
        return frame.Size > HeaderSize;
    }

    private static SoundFrame Mpeg(ReadOnlySpan<byte> bytes)
    {
        int version = (bytes[1] >> 3) & 3;
        int layer = 4 - ((bytes[1] >> 1) & 3);
        int code = bytes[2] >> 4;
        int rateCode = (bytes[2] >> 2) & 3;
        if (version == 1 || layer == 4 || code is 0 or 15 || rateCode == 3)
        {
            return default;
        }

        bool isFull = version == 3;
        int rate = Mpeg1Rates[rateCode] >> (isFull ? 0 : version == 2 ? 1 : 2);
        int bits = 1000 * (isFull
            ? layer switch { 1 => Layer1BitRates[code], 2 => Layer2BitRates[code], _ => Layer3BitRates[code] }
            : layer == 1 ? Low1BitRates[code] : LowBitRates[code]);
        int samples = layer switch { 1 => 384, 2 => 1152, _ => isFull ? 1152 : 576 };
        int padding = (bytes[2] >> 1) & 1;
        int size = layer == 1 ? ((12 * bits / rate) + padding) * 4 : (samples / 8 * bits / rate) + padding;
        return new SoundFrame(size, samples, rate);
    }

    private static SoundFrame Aac(ReadOnlySpan<byte> bytes)
    {
        int rate = (bytes[2] >> 2) & 0x0F;
        int size = ((bytes[3] & 3) << 11) | (bytes[4] << 3) | (bytes[5] >> 5);
        return rate < AacRates.Length ? new SoundFrame(size, 1024, AacRates[rate]) : default;
    }

    private static SoundFrame Ac3(ReadOnlySpan<byte> bytes)
    {
        int code = bytes[4] >> 6;
        int size = bytes[4] & 0x3F;
        if (code == 3 || size / 2 >= Ac3BitRates.Length)
        {
            return default;
        }

        // Versions 9 and 10 are of half and a quarter of the rate.
        int rate = Ac3Rates[code];
        int words = code == 1 ? (Ac3BitRates[size / 2] * 96_000 / rate) + (size & 1) : Ac3BitRates[size / 2] * 96_000 / rate;
        return new SoundFrame(words * 2, 1536, rate >> Math.Max(0, (bytes[5] >> 3) - 8));
    }

    private static SoundFrame Eac3(ReadOnlySpan<byte> bytes)
    {
        int code = bytes[4] >> 6;
        int low = (bytes[4] >> 4) & 3;
        bool isWhole = (bytes[2] >> 6) != 1;
        int size = ((((bytes[2] & 7) << 8) | bytes[3]) + 1) * 2;
        if (code == 3)
        {
            return low == 3 ? default : new SoundFrame(size, isWhole ? 1536 : 0, Ac3Rates[low] / 2);
        }

        return new SoundFrame(size, isWhole ? Blocks[low] : 0, Ac3Rates[code]);
    }
}

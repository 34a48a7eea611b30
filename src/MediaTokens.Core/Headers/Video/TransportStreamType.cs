namespace MediaTokens.Headers.Video;

/// <summary>Tells the coding of an elementary stream from the program map of a transport stream.</summary>
/// <remarks>
/// Types of ISO/IEC 13818-1, table 2-34, of ATSC A/53 (81, 87) and of Blu-ray (80 and above, where the program or the
/// size of the packets says so). Type 6 is private: its descriptors tell what it is (ETSI EN 300 468: 6A AC-3, 7A E-AC-3,
/// 7B DTS, 7C AAC; 05 with four letters of registration).
/// </remarks>
internal static class TransportStreamType
{
    private const int Registration = 5;
    private const int PrivateData = 6;

    public static StreamCoding CodingOf(int type, ReadOnlySpan<byte> descriptors, bool isDisc) => type switch
    {
        0x01 or 0x02 => StreamCoding.Mpeg2,
        0x10 => StreamCoding.Mpeg4,
        0x1B => StreamCoding.H264,
        0x24 => StreamCoding.Hevc,
        0xEA => StreamCoding.Vc1,
        0x21 or 0x33 or 0x42 or 0xD1 or 0xD2 or 0xD4 => StreamCoding.OtherPictures,
        0x03 or 0x04 or 0x0F or 0x81 or 0x87 => StreamCoding.Sound,
        0x11 or 0x1C or 0x2D or 0x2E or 0x82 or 0x8A => StreamCoding.OtherSound,
        0x84 or 0xA1 when isDisc => StreamCoding.Sound,
        0x80 or 0x83 or 0x85 or 0x86 or 0xA2 when isDisc => StreamCoding.OtherSound,
        PrivateData or >= 0x80 => OfDescriptors(descriptors),
        _ => StreamCoding.None,
    };

    /// <summary>Whether a registration names Blu-ray.</summary>
    public static bool IsDisc(ReadOnlySpan<byte> descriptors)
    {
        while (TryNext(ref descriptors, out int tag, out ReadOnlySpan<byte> data))
        {
            if (tag == Registration && data.StartsWith("HDMV"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static StreamCoding OfDescriptors(ReadOnlySpan<byte> descriptors)
    {
        while (TryNext(ref descriptors, out int tag, out ReadOnlySpan<byte> data))
        {
            StreamCoding coding = tag switch
            {
                0x6A or 0x7A => StreamCoding.Sound,
                0x7B or 0x7C => StreamCoding.OtherSound,
                Registration when data.Length >= 4 => OfRegistration(data[..4]),
                _ => StreamCoding.None,
            };
            if (coding != StreamCoding.None)
            {
                return coding;
            }
        }

        return StreamCoding.None;
    }

    private static StreamCoding OfRegistration(ReadOnlySpan<byte> letters) =>
        letters.SequenceEqual("HEVC"u8) ? StreamCoding.Hevc
        : letters.SequenceEqual("VC-1"u8) ? StreamCoding.Vc1
        : letters.SequenceEqual("drac"u8) || letters.SequenceEqual("AV01"u8) ? StreamCoding.OtherPictures
        : letters.SequenceEqual("AC-3"u8) || letters.SequenceEqual("EAC3"u8) ? StreamCoding.Sound
        : letters.StartsWith("DTS"u8) || letters.SequenceEqual("BSSD"u8) || letters.SequenceEqual("Opus"u8) ? StreamCoding.OtherSound
        : StreamCoding.None;

    private static bool TryNext(ref ReadOnlySpan<byte> descriptors, out int tag, out ReadOnlySpan<byte> data)
    {
        tag = 0;
        data = default;
        if (descriptors.Length < 2 || descriptors.Length - 2 < descriptors[1])
        {
            return false;
        }

        tag = descriptors[0];
        data = descriptors.Slice(2, descriptors[1]);
        descriptors = descriptors[(2 + data.Length)..];
        return true;
    }
}

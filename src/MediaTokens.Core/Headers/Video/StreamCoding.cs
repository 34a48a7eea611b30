namespace MediaTokens.Headers.Video;

/// <summary>How an elementary stream of MPEG is coded, as far as it makes a difference here.</summary>
internal enum StreamCoding
{
    /// <summary>Neither pictures nor sound.</summary>
    None,

    /// <summary>Pictures in a coding that their first bytes will tell.</summary>
    Pictures,

    /// <summary>MPEG-1 or MPEG-2 video.</summary>
    Mpeg2,

    /// <summary>MPEG-4 part 2 video.</summary>
    Mpeg4,

    /// <summary>H.264 video.</summary>
    H264,

    /// <summary>HEVC video.</summary>
    Hevc,

    /// <summary>VC-1 video.</summary>
    Vc1,

    /// <summary>Pictures in a coding whose size is not read.</summary>
    OtherPictures,

    /// <summary>Sound whose frames are found by their headers: MPEG audio, AAC (ADTS), AC-3.</summary>
    Sound,

    /// <summary>Sound whose frames are not counted.</summary>
    OtherSound,
}

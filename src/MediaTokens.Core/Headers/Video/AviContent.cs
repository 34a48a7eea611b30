namespace MediaTokens.Headers.Video;

/// <summary>What the header of an AVI file tells, as far as it is read.</summary>
internal readonly record struct AviContent
{
    /// <summary>The first stream of pictures that is not disabled.</summary>
    public AviStream? Video { get; init; }

    public bool HasAudio { get; init; }

    /// <summary>The time of the longest stream of sound.</summary>
    public AviStream? Audio { get; init; }

    /// <summary>The streams so far.</summary>
    public int Streams { get; init; }

    /// <summary>Microseconds that a frame plays, of the main header.</summary>
    public uint FramePeriod { get; init; }

    /// <summary>Frames in the first part of the file, of the main header.</summary>
    public uint FirstFrames { get; init; }

    /// <summary>Frames in all parts of the file, of the OpenDML header.</summary>
    public uint AllFrames { get; init; }

    /// <summary>Where the OpenDML index of the pictures begins; 0 where there is none.</summary>
    public long Index { get; init; }

    /// <summary>Bytes of that index.</summary>
    public uint IndexSize { get; init; }

    /// <summary>Where the pictures and the sound begin; 0 until found.</summary>
    public long MoviData { get; init; }

    /// <summary>The position behind them, as told.</summary>
    public long MoviEnd { get; init; }

    // Whose format the next chunk "strf" is: the last stream's.
    private bool IsVideoLast { get; init; }

    public AviContent Add(AviStream stream)
    {
        bool isFirstVideo = Video is null && stream.HasPictures;
        bool isLonger = stream is { HasSound: true, HasPictures: false, IsTimed: true }
            && (Audio is not { } audio
                || (Int128)stream.Length * stream.Scale * audio.Rate > (Int128)audio.Length * audio.Scale * stream.Rate);
        return this with
        {
            Streams = Streams + 1,
            Video = isFirstVideo ? stream : Video,
            IsVideoLast = isFirstVideo,
            HasAudio = HasAudio || stream.HasSound,
            Audio = isLonger ? stream : Audio,
        };
    }

    public AviContent Describe(ref HeaderWindow window, long data, uint size) =>
        IsVideoLast && Video is { HasFormat: false } video
            ? this with { Video = video.Describe(ref window, data, size) }
            : this;
}

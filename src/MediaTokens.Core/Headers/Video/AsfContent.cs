namespace MediaTokens.Headers.Video;

/// <summary>What the header of a Windows Media file tells, as far as it is read.</summary>
internal record struct AsfContent
{
    /// <summary>The number of the first stream of pictures, 1 to 127; 0 until found.</summary>
    public int VideoStream { get; set; }

    /// <summary>Pixels.</summary>
    public ulong Width { get; set; }

    /// <summary>Pixels.</summary>
    public ulong Height { get; set; }

    public bool HasAudio { get; set; }

    /// <summary>Whether the file properties were found.</summary>
    public bool HasProperties { get; set; }

    /// <summary>Units of 100 ns, the preroll among them.</summary>
    public ulong PlayTime { get; set; }

    /// <summary>Milliseconds by which all times are late.</summary>
    public ulong Preroll { get; set; }

    /// <summary>Whether the file was still being written, so that its times and counts say nothing.</summary>
    public bool IsBroadcast { get; set; }

    /// <summary>Bytes of every packet; 0 where they differ.</summary>
    public uint PacketSize { get; set; }

    /// <summary>Where the first packet is; 0 where none was found.</summary>
    public long Packets { get; set; }

    /// <summary>The packets told.</summary>
    public ulong PacketCount { get; set; }

    /// <summary>Units of 100 ns that a frame plays, by the number of its stream; 0 where not told.</summary>
    public FramePeriods Periods { get; init; }

    public AsfContent() => Periods = new FramePeriods();

    /// <summary>The first few frame times that the extended properties tell, since they may come before the streams.</summary>
    internal sealed class FramePeriods
    {
        private const int MostStreams = 128;
        private readonly ulong[] _periods = new ulong[MostStreams];

        public ulong this[int stream]
        {
            get => (uint)stream < MostStreams ? _periods[stream] : 0;
            set => _periods[stream & (MostStreams - 1)] = value;
        }
    }
}

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>How many luma samples share a chroma sample, with the numbers of TurboJPEG (TJSAMP); those that are not here are left to other engines.</summary>
internal enum ChromaSubsampling
{
    /// <summary>4:4:4: every one has its own.</summary>
    Yuv444 = 0,

    /// <summary>4:2:2: two side by side.</summary>
    Yuv422 = 1,

    /// <summary>4:2:0: two by two.</summary>
    Yuv420 = 2,

    /// <summary>No chroma.</summary>
    Grey = 3,

    /// <summary>4:4:0: two above one another.</summary>
    Yuv440 = 4,
}

/// <summary>The arithmetic of chroma subsampling.</summary>
internal static class ChromaSubsamplings
{
    /// <summary>How many planes there are: luma, and two of chroma unless it is grey.</summary>
    public static int PlaneCount(this ChromaSubsampling subsampling) => subsampling == ChromaSubsampling.Grey ? 1 : 3;

    /// <summary>How many columns of pixels a sample of a plane stands for: 1 or 2.</summary>
    public static int ColumnsPerSample(this ChromaSubsampling subsampling, int plane) =>
        plane > 0 && subsampling is (ChromaSubsampling.Yuv422 or ChromaSubsampling.Yuv420) ? 2 : 1;

    /// <summary>How many rows of pixels a sample of a plane stands for: 1 or 2.</summary>
    public static int RowsPerSample(this ChromaSubsampling subsampling, int plane) =>
        plane > 0 && subsampling is (ChromaSubsampling.Yuv440 or ChromaSubsampling.Yuv420) ? 2 : 1;

    /// <summary>The same after rows became columns.</summary>
    public static ChromaSubsampling Transposed(this ChromaSubsampling subsampling) => subsampling switch
    {
        ChromaSubsampling.Yuv422 => ChromaSubsampling.Yuv440,
        ChromaSubsampling.Yuv440 => ChromaSubsampling.Yuv422,
        _ => subsampling,
    };
}

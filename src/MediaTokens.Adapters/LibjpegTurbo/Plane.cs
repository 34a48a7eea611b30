namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>One component of an image: 8-bit samples, row by row.</summary>
/// <param name="start">The first sample of the first row.</param>
/// <param name="width">Samples in a row.</param>
/// <param name="height">Rows.</param>
/// <param name="stride">Bytes from one row to the next.</param>
/// <remarks>
/// A row has room for a multiple of <see cref="Alignment"/> bytes and for at least one sample more than <paramref name="width"/>, and
/// behind the last row there is room for another: for vectors that run over the end, and for the pairs of <see cref="PlaneSet.CompletePairs"/>.
/// Otherwise what lies there means nothing.
/// </remarks>
internal readonly unsafe struct Plane(byte* start, int width, int height, int stride)
{
    /// <summary>Rows begin at multiples of this many bytes.</summary>
    public const int Alignment = 64;

    /// <summary>Samples in a row.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; } = stride;

    /// <summary>Where a row begins.</summary>
    public byte* Row(int y) => start + ((nint)y * Stride);

    /// <summary>The samples of a row.</summary>
    public ReadOnlySpan<byte> Samples(int y) => new(Row(y), Width);
}

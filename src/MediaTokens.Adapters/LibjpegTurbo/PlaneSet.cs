using System.Runtime.CompilerServices;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>An image as JPEG stores it: a luma plane, and two chroma planes of the same or half the width and height.</summary>
internal sealed unsafe class PlaneSet
{
    /// <summary>The most planes there are.</summary>
    public const int MaximumCount = 3;

    // Rows at multiples of this share the sets of a first-level cache, and a dozen of them push one another out.
    private const int Aliasing = 2048;

    private readonly Plane[] _planes;

    /// <summary>Lays the planes out in a buffer, which grows as needed and must outlive them.</summary>
    public PlaneSet(NativeBuffer buffer, PixelSize size, ChromaSubsampling subsampling)
    {
        Size = size;
        Subsampling = subsampling;
        _planes = new Plane[subsampling.PlaneCount()];
        byte* start = buffer.Reserve(Layout(null));
        Layout(start);
    }

    /// <summary>Pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>How the chroma planes relate to the luma plane.</summary>
    public ChromaSubsampling Subsampling { get; }

    /// <summary>1 or 3.</summary>
    public int Count => _planes.Length;

    /// <summary>Luma, blue difference, red difference.</summary>
    public Plane this[int index] => _planes[index];

    /// <summary>Tells the planes as TurboJPEG wants to have them told.</summary>
    public void Describe(byte** starts, int* strides)
    {
        for (int i = 0; i < MaximumCount; i++)
        {
            starts[i] = i < Count ? _planes[i].Row(0) : null;
            strides[i] = i < Count ? _planes[i].Stride : 0;
        }
    }

    /// <summary>
    /// Repeats the last column and row of luma where a chroma sample stands for two and the number is odd: TurboJPEG encodes
    /// whole pairs, and what is beyond the edge shows on this side of it.
    /// </summary>
    public void CompletePairs()
    {
        Plane luma = _planes[0];
        bool oddWidth = luma.Width % Subsampling.ColumnsPerSample(1) != 0;
        bool oddHeight = luma.Height % Subsampling.RowsPerSample(1) != 0;
        for (int y = 0; oddWidth && y < luma.Height; y++)
        {
            luma.Row(y)[luma.Width] = luma.Row(y)[luma.Width - 1];
        }

        if (oddHeight)
        {
            Unsafe.CopyBlock(luma.Row(luma.Height), luma.Row(luma.Height - 1), (uint)luma.Stride);
        }
    }

    private nuint Layout(byte* start)
    {
        nuint total = 0;
        for (int i = 0; i < Count; i++)
        {
            int width = Divide(Size.Width, Subsampling.ColumnsPerSample(i));
            int height = Divide(Size.Height, Subsampling.RowsPerSample(i));
            int stride = Divide(width + 1, Plane.Alignment) * Plane.Alignment;
            stride += stride % Aliasing == 0 ? Plane.Alignment : 0;
            _planes[i] = new Plane(start + total, width, height, stride);
            total += (nuint)stride * ((nuint)height + 1);
        }

        return total;
    }

    private static int Divide(int value, int divisor) => (value + divisor - 1) / divisor;
}

using System.Runtime.InteropServices;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>Memory outside the managed heap, which is used again for the next image rather than given back.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private byte* _start;

    /// <summary>Bytes.</summary>
    public nuint Length { get; private set; }

    /// <summary>Room for a number of bytes. What was in it before is lost, and where it was is no longer valid.</summary>
    /// <exception cref="OutOfMemoryException">There is not so much memory.</exception>
    public byte* Reserve(nuint length)
    {
        if (length > Length)
        {
            Free();
            _start = (byte*)NativeMemory.AlignedAlloc(length, Plane.Alignment);
            Length = length;
        }

        return _start;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the memory of a forgotten buffer back.</summary>
    ~NativeBuffer() => Free();

    private void Free()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
        Length = 0;
    }
}

using System.Runtime.InteropServices;

namespace MediaTokens.Adapters.Libvips;

/// <summary>The heap of the C library.</summary>
internal sealed unsafe class NativeHeap
{
    private readonly delegate* unmanaged<nuint, int> _trim;

    public NativeHeap()
    {
        if (OperatingSystem.IsLinux()
            && NativeLibrary.TryLoad("libc.so.6", out nint library)
            && NativeLibrary.TryGetExport(library, "malloc_trim", out nint trim))
        {
            _trim = (delegate* unmanaged<nuint, int>)trim;
        }
    }

    /// <summary>
    /// Gives free memory back to the system, where that is not done anyway. The decoders of HEIC and AVIF run threads of their own for each image;
    /// the C library of most Linux systems keeps a heap for each, and would grow by hundreds of megabytes over some hundred images.
    /// </summary>
    public void Trim()
    {
        if (_trim is not null)
        {
            _ = _trim(0);
        }
    }
}

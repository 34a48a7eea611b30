using System.Runtime.InteropServices;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>
/// The functions of the TurboJPEG 2 interface that are used; TurboJPEG 3 still has them all.
/// See https://github.com/libjpeg-turbo/libjpeg-turbo/blob/2.1.5/turbojpeg.h for what each of them takes.
/// </summary>
internal sealed unsafe class TurboJpegLibrary
{
    private const int AccurateDct = 4096;
    private const int LimitScans = 32768;

    private readonly delegate* unmanaged[Cdecl]<nint> _initDecompress;
    private readonly delegate* unmanaged[Cdecl]<nint> _initCompress;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _destroy;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*> _getErrorText;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, CULong, int*, int*, int*, int*, int> _decompressHeader;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, CULong, byte**, int, int*, int, int, int> _decompressToPlanes;
    private readonly delegate* unmanaged[Cdecl]<nint, byte**, int, int*, int, int, byte**, CULong*, int, int, int> _compressFromPlanes;
    private readonly delegate* unmanaged[Cdecl]<byte*, void> _free;
    private readonly Lazy<string> _version;

    /// <summary>Finds the functions.</summary>
    /// <exception cref="EntryPointNotFoundException">The library is older than TurboJPEG 2.0.</exception>
    public TurboJpegLibrary(nint library)
    {
        _initDecompress = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "tjInitDecompress");
        _initCompress = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "tjInitCompress");
        _destroy = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "tjDestroy");
        _getErrorText = (delegate* unmanaged[Cdecl]<nint, byte*>)NativeLibrary.GetExport(library, "tjGetErrorStr2");
        _decompressHeader = (delegate* unmanaged[Cdecl]<nint, byte*, CULong, int*, int*, int*, int*, int>)
            NativeLibrary.GetExport(library, "tjDecompressHeader3");
        _decompressToPlanes = (delegate* unmanaged[Cdecl]<nint, byte*, CULong, byte**, int, int*, int, int, int>)
            NativeLibrary.GetExport(library, "tjDecompressToYUVPlanes");
        _compressFromPlanes = (delegate* unmanaged[Cdecl]<nint, byte**, int, int*, int, int, byte**, CULong*, int, int, int>)
            NativeLibrary.GetExport(library, "tjCompressFromYUVPlanes");
        _free = (delegate* unmanaged[Cdecl]<byte*, void>)NativeLibrary.GetExport(library, "tjFree");
        string interfaceVersion = NativeLibrary.TryGetExport(library, "tj3Init", out _) ? "3.x" : "2.x";
        _version = new(() => TurboJpegVersion.Find((nint)_free) ?? interfaceVersion);
    }

    /// <summary>The version, such as 2.1.5; 2.x or 3.x where no more can be told.</summary>
    public string Version => _version.Value;

    /// <summary>A handle to decode with, for one thread at a time.</summary>
    public nint CreateDecoder() => Created(_initDecompress());

    /// <summary>A handle to encode with, for one thread at a time.</summary>
    public nint CreateEncoder() => Created(_initCompress());

    /// <summary>Frees a handle.</summary>
    public void Destroy(nint handle) => _ = _destroy(handle);

    /// <summary>Reads the header.</summary>
    /// <returns>What is complained of; null when all is well. The header may be there all the same.</returns>
    public string? ReadHeader(nint decoder, ImageBytes bytes, out JpegHeader header)
    {
        int width = 0, height = 0, subsampling = -1, colorSpace = -1;
        int result = _decompressHeader(decoder, bytes.Start, new CULong((nuint)bytes.Length), &width, &height, &subsampling, &colorSpace);
        string? complaint = Complaint(decoder, result);
        header = new JpegHeader(new(width, height), (ChromaSubsampling)subsampling, (JpegColorSpace)colorSpace);
        return complaint;
    }

    /// <summary>Decodes into planes, at the size of the planes.</summary>
    /// <returns>What is complained of first; null when all is well. The planes may be complete all the same.</returns>
    public string? Decode(nint decoder, ImageBytes bytes, PlaneSet planes)
    {
        byte** starts = stackalloc byte*[PlaneSet.MaximumCount];
        int* strides = stackalloc int[PlaneSet.MaximumCount];
        planes.Describe(starts, strides);
        int result = _decompressToPlanes(
            decoder, bytes.Start, new CULong((nuint)bytes.Length), starts, planes.Size.Width, strides, planes.Size.Height, LimitScans);
        return Complaint(decoder, result);
    }

    /// <summary>Encodes planes as baseline JPEG.</summary>
    /// <param name="encoder">The handle.</param>
    /// <param name="planes">The image.</param>
    /// <param name="quality">1 to 100.</param>
    /// <param name="output">Gets the whole file.</param>
    public void Encode(nint encoder, PlaneSet planes, int quality, Stream output)
    {
        planes.CompletePairs();
        byte** starts = stackalloc byte*[PlaneSet.MaximumCount];
        int* strides = stackalloc int[PlaneSet.MaximumCount];
        planes.Describe(starts, strides);
        byte* file = null;
        CULong length = default;
        try
        {
            int result = _compressFromPlanes(
                encoder, starts, planes.Size.Width, strides, planes.Size.Height, (int)planes.Subsampling, &file, &length, quality, AccurateDct);
            if (Complaint(encoder, result) is string complaint)
            {
                throw new InvalidOperationException($"libjpeg-turbo cannot encode the image: {complaint}.");
            }

            output.Write(new ReadOnlySpan<byte>(file, checked((int)length.Value)));
        }
        finally
        {
            _free(file);
        }
    }

    private static nint Created(nint handle) => handle != 0 ? handle : throw new InsufficientMemoryException("libjpeg-turbo has no memory for another image.");

    // The text is the thread's, not the handle's, in TurboJPEG 2: it must be read at once.
    private string? Complaint(nint handle, int result) =>
        result == 0 ? null : Marshal.PtrToStringUTF8((nint)_getErrorText(handle)) ?? string.Empty;
}

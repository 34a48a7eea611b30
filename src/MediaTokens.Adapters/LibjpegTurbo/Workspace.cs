using MediaTokens.Imaging;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>What one image at a time needs to be decoded, resampled and encoded: the library's handles, and memory that is used again.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly TurboJpegLibrary _library;
    private nint _decoder;
    private nint _encoder;

    /// <summary>Creates the handles; memory comes when it is asked for.</summary>
    public Workspace(TurboJpegLibrary library)
    {
        _library = library;
        _decoder = library.CreateDecoder();
        _encoder = library.CreateEncoder();
    }

    /// <summary>The planes as they are decoded.</summary>
    public NativeBuffer Decoded { get; } = new();

    /// <summary>The planes as they are resampled.</summary>
    public NativeBuffer Resampled { get; } = new();

    /// <summary>The planes as they are turned upright, where that takes room of its own.</summary>
    public NativeBuffer Turned { get; } = new();

    /// <summary>The row between the two halves of resampling.</summary>
    public NativeBuffer Row { get; } = new();

    /// <summary>The weights that were used last.</summary>
    public WeightCache Weights { get; } = new();

    /// <summary>The memory that is held, in bytes.</summary>
    public nuint Held => Decoded.Length + Resampled.Length + Turned.Length + Row.Length;

    /// <inheritdoc cref="TurboJpegLibrary.ReadHeader"/>
    public string? ReadHeader(ImageBytes bytes, out JpegHeader header)
    {
        return Renewed(_library.ReadHeader(_decoder, bytes, out header));
    }

    /// <inheritdoc cref="TurboJpegLibrary.Decode"/>
    public string? Decode(ImageBytes bytes, PlaneSet planes)
    {
        return Renewed(_library.Decode(_decoder, bytes, planes));
    }

    /// <inheritdoc cref="TurboJpegLibrary.Encode"/>
    public void Encode(PlaneSet planes, int quality, Stream output)
    {
        _library.Encode(_encoder, planes, quality, output);
        GC.KeepAlive(this);
    }

    /// <summary>Frees handles and memory.</summary>
    public void Dispose()
    {
        DestroyHandles();
        Decoded.Dispose();
        Resampled.Dispose();
        Turned.Dispose();
        Row.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the handles of a workspace that was let go; its buffers free themselves.</summary>
    ~Workspace() => DestroyHandles();

    // After an error in the header, TurboJPEG 2 goes on in the middle of the old file when it is given another.
    private string? Renewed(string? complaint)
    {
        if (complaint is not null)
        {
            _library.Destroy(_decoder);
            _decoder = 0;
            _decoder = _library.CreateDecoder();
        }

        return complaint;
    }

    private void DestroyHandles()
    {
        if (_decoder != 0)
        {
            _library.Destroy(_decoder);
            _decoder = 0;
        }

        if (_encoder != 0)
        {
            _library.Destroy(_encoder);
            _encoder = 0;
        }
    }
}

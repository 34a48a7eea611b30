using System.Diagnostics.CodeAnalysis;
using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Libvips;

/// <summary>Decodes, and when that fails finds out whether the image is damaged, this build cannot decode it, or nothing much is wrong.</summary>
/// <remarks>
/// What libvips says of a failure goes to one buffer for all threads. So a decode that failed is repeated alone, while no other runs:
/// then what is in the buffer is about this image.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The lock lives as long as the engine, which is as long as the process.")]
internal sealed class VipsAttempts(VipsLibrary vips)
{
    private readonly VipsDecoder _decoder = new(vips);
    private readonly NativeHeap _heap = new();
    private readonly ReaderWriterLockSlim _errors = new();

    /// <inheritdoc cref="IImageEngine.Resize"/>
    public VipsResizedImage? Resize(ResizeRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return TryTwice(request, cancellationToken);
        }
        finally
        {
            if (request.Header.Format is MediaFormat.Heic or MediaFormat.Avif)
            {
                _heap.Trim();
            }
        }
    }

    private VipsResizedImage? TryTwice(ResizeRequest request, CancellationToken cancellationToken)
    {
        _errors.EnterReadLock();
        try
        {
            return _decoder.Decode(request, Strictest(request), rows: null, cancellationToken);
        }
        catch (VipsException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            _errors.ExitReadLock();
        }

        _errors.EnterWriteLock();
        try
        {
            return Repeat(request, cancellationToken);
        }
        catch (VipsException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Damaged(request, exception);
        }
        finally
        {
            _errors.ExitWriteLock();
        }
    }

    private VipsResizedImage? Repeat(ResizeRequest request, CancellationToken cancellationToken)
    {
        _ = vips.TakeErrors();
        try
        {
            return _decoder.Decode(request, Strictest(request), rows: null, cancellationToken);
        }
        catch (VipsException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return VipsFailure.Judge(request, exception) switch
            {
                VipsVerdict.CannotDecode => null,
                VipsVerdict.Harmless => _decoder.Decode(request, VipsFailOn.Error, rows: null, cancellationToken),
                _ when request.AllowPartial => DecodePart(request, exception, cancellationToken),
                _ => throw Damaged(request, exception),
            };
        }
    }

    // The loaders of PNG and TIFF leave what they cannot decode as it is in memory, which may hold anything.
    private VipsResizedImage? DecodePart(ResizeRequest request, VipsException failure, CancellationToken cancellationToken)
    {
        if (request.Header.Format is not (MediaFormat.Png or MediaFormat.Tiff))
        {
            return _decoder.Decode(request, VipsFailOn.None, rows: null, cancellationToken);
        }

        int rows = _decoder.CountRows(request);
        return rows == 0 ? throw Damaged(request, failure) : _decoder.Decode(request, VipsFailOn.Error, rows, cancellationToken);
    }

    // The warnings of other libraries than that of JPEG are about metadata.
    private static VipsFailOn Strictest(ResizeRequest request) =>
        request.Header.Format == MediaFormat.Jpeg ? VipsFailOn.Warning : VipsFailOn.Error;

    private static MediaException Damaged(ResizeRequest request, VipsException cause) => new(
        MediaErrorId.CorruptPixels,
        "The pixels are damaged or incomplete.",
        request.AllowPartial
            ? "Get the file again from where it came from: nothing of it can be decoded."
            : "Get the file again from where it came from, or take what is left of it with -AllowPartial.",
        cause);
}

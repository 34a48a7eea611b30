namespace MediaTokens.Adapters.Libvips;

/// <summary>A file that libvips wrote into its memory.</summary>
/// <param name="vips">The library.</param>
/// <param name="blob">The box with its bytes, which is emptied with this object.</param>
internal sealed unsafe class VipsFile(VipsLibrary vips, GValue blob) : IDisposable
{
    private GValue _blob = blob;

    /// <summary>The whole file; not to be used beyond the life of this object.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            fixed (GValue* boxed = &_blob)
            {
                nuint length;
                byte* start = vips.Functions.GetBlob(vips.GObject.GetBoxed(boxed), &length);
                return new ReadOnlySpan<byte>(start, checked((int)length));
            }
        }
    }

    public void Dispose()
    {
        fixed (GValue* boxed = &_blob)
        {
            vips.GObject.UnsetValue(boxed);
        }
    }
}

namespace MediaTokens.Adapters.Libvips;

/// <summary>A reference to an image of libvips. Until it is copied to memory it is a recipe, and its pixels are not there yet.</summary>
internal sealed unsafe class VipsImage(VipsLibrary vips, nint handle) : IDisposable
{
    private nint _handle = handle;

    /// <summary>The VipsImage.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle == 0, this);
            return _handle;
        }
    }

    /// <summary>Pixels.</summary>
    public PixelSize Size => new(vips.Functions.Width(Handle), vips.Functions.Height(Handle));

    /// <summary>Channels, alpha included.</summary>
    public int Bands => vips.Functions.Bands(Handle);

    public VipsBandFormat Format => (VipsBandFormat)vips.Functions.Format(Handle);

    public VipsInterpretation Interpretation => (VipsInterpretation)vips.Functions.Interpretation(Handle);

    public bool HasAlpha => vips.Functions.HasAlpha(Handle) != 0;

    /// <summary>The pixels of an image in memory, of 8 bits a channel, row by row without gaps.</summary>
    public ReadOnlySpan<byte> Pixels => new(vips.Functions.Data(Handle), checked(Size.Width * Size.Height * Bands));

    /// <summary>Whether there is metadata of that name.</summary>
    public bool Has(ReadOnlySpan<byte> field)
    {
        fixed (byte* name = field)
        {
            return vips.Functions.TypeOfField(Handle, name) != 0;
        }
    }

    public void Remove(ReadOnlySpan<byte> field)
    {
        fixed (byte* name = field)
        {
            _ = vips.Functions.RemoveField(Handle, name);
        }
    }

    public void Set(ReadOnlySpan<byte> field, int value)
    {
        fixed (byte* name = field)
        {
            vips.Functions.SetInt32Field(Handle, name, value);
        }
    }

    public void Set(ReadOnlySpan<byte> field, ReadOnlySpan<byte> value)
    {
        fixed (byte* name = field, start = value)
        {
            vips.Functions.SetBlobField(Handle, name, start, (nuint)value.Length);
        }
    }

    /// <summary>Makes the pixels.</summary>
    /// <exception cref="VipsException">They could not be made.</exception>
    public VipsImage CopyToMemory()
    {
        nint copy = vips.Functions.CopyMemory(Handle);
        return copy == 0 ? throw new VipsException(vips.TakeErrors(), VipsStage.Pixels) : new VipsImage(vips, copy);
    }

    /// <summary>How many rows can be made, from the top, in whole strips.</summary>
    public int CountRows(int stripHeight)
    {
        nint region = vips.Functions.NewRegion(Handle);
        try
        {
            PixelSize size = Size;
            int top = 0;
            while (top < size.Height)
            {
                VipsRectangle strip = new(0, top, size.Width, Math.Min(stripHeight, size.Height - top));
                if (vips.Functions.PrepareRegion(region, &strip) != 0)
                {
                    break;
                }

                top += strip.Height;
            }

            return top;
        }
        finally
        {
            vips.GObject.Unref(region);
        }
    }

    /// <summary>Has whoever is making pixels from this image fail at the next rows.</summary>
    public CancellationTokenRegistration KillOn(CancellationToken cancellationToken) =>
        cancellationToken.Register(() => vips.Functions.SetKill(Handle, 1));

    public void Dispose()
    {
        nint handle = _handle;
        _handle = 0;
        if (handle != 0)
        {
            vips.GObject.Unref(handle);
        }
    }
}

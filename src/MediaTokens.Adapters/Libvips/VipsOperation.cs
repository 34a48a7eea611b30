namespace MediaTokens.Adapters.Libvips;

/// <summary>One operation of libvips: made by name, given its arguments, and run. Names are UTF-8 literals, which end with a zero.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private readonly VipsLibrary _vips;
    private readonly nint _handle;

    /// <exception cref="VipsException">There is no such operation.</exception>
    public VipsOperation(VipsLibrary vips, ReadOnlySpan<byte> name)
    {
        _vips = vips;
        fixed (byte* start = name)
        {
            _handle = vips.Functions.NewOperation(start);
        }

        if (_handle == 0)
        {
            throw new VipsException(vips.TakeErrors(), VipsStage.Operation);
        }
    }

    public VipsOperation Set(ReadOnlySpan<byte> name, bool value)
    {
        GValue boxed = Box(GType.Boolean);
        _vips.GObject.SetBoolean(&boxed, value ? 1 : 0);
        return Set(name, boxed);
    }

    /// <summary>Sets a number, or an enumeration or flags by their number.</summary>
    public VipsOperation Set(ReadOnlySpan<byte> name, int value)
    {
        GValue boxed = Box(GType.Int32);
        _vips.GObject.SetInt32(&boxed, value);
        return Set(name, boxed);
    }

    public VipsOperation Set(ReadOnlySpan<byte> name, double value)
    {
        GValue boxed = Box(GType.Double);
        _vips.GObject.SetDouble(&boxed, value);
        return Set(name, boxed);
    }

    public VipsOperation Set(ReadOnlySpan<byte> name, VipsImage value)
    {
        GValue boxed = Box(GType.Object);
        _vips.GObject.SetObject(&boxed, value.Handle);
        return Set(name, boxed);
    }

    public VipsOperation SetColor(ReadOnlySpan<byte> name, double level)
    {
        nint array = _vips.Functions.NewDoubles(&level, 1);
        return SetArea(name, _vips.DoublesType, array);
    }

    /// <summary>Hands over bytes, which are not copied.</summary>
    public VipsOperation Set(ReadOnlySpan<byte> name, byte* start, long length) =>
        SetArea(name, _vips.BlobType, _vips.Functions.NewBlob(0, start, (nuint)length));

    public VipsOperation Set(ReadOnlySpan<byte> name, string value)
    {
        GValue boxed = Box(GType.String);
        fixed (byte* text = System.Text.Encoding.UTF8.GetBytes(value + '\0'))
        {
            _vips.GObject.SetString(&boxed, text);
        }

        return Set(name, boxed);
    }

    /// <summary>Runs the operation, whose result is an image.</summary>
    /// <param name="stage">What it means when it fails.</param>
    /// <exception cref="VipsException">It cannot be run with these arguments.</exception>
    public VipsImage Run(VipsStage stage = VipsStage.Operation)
    {
        Build(stage);
        GValue boxed = Get("out"u8, GType.Object);
        nint image = _vips.GObject.Ref(_vips.GObject.GetObject(&boxed));
        _vips.GObject.UnsetValue(&boxed);
        return new VipsImage(_vips, image);
    }

    /// <summary>Runs the operation, whose result is a file.</summary>
    /// <exception cref="VipsException">It failed.</exception>
    public VipsFile RunToFile()
    {
        Build(VipsStage.Operation);
        return new VipsFile(_vips, Get("buffer"u8, _vips.BlobType));
    }

    public void Dispose()
    {
        _vips.Functions.UnrefOutputs(_handle);
        _vips.GObject.Unref(_handle);
    }

    private GValue Box(nuint type)
    {
        GValue boxed = default;
        _ = _vips.GObject.InitValue(&boxed, type);
        return boxed;
    }

    private VipsOperation SetArea(ReadOnlySpan<byte> name, nuint type, nint area)
    {
        GValue boxed = Box(type);
        _vips.GObject.SetBoxed(&boxed, area);
        _vips.Functions.UnrefArea(area);
        return Set(name, boxed);
    }

    private VipsOperation Set(ReadOnlySpan<byte> name, GValue boxed)
    {
        fixed (byte* start = name)
        {
            _vips.GObject.SetProperty(_handle, start, &boxed);
        }

        _vips.GObject.UnsetValue(&boxed);
        return this;
    }

    private GValue Get(ReadOnlySpan<byte> name, nuint type)
    {
        GValue boxed = Box(type);
        fixed (byte* start = name)
        {
            _vips.GObject.GetProperty(_handle, start, &boxed);
        }

        return boxed;
    }

    private void Build(VipsStage stage)
    {
        if (_vips.Functions.Build(_handle) != 0)
        {
            throw new VipsException(_vips.TakeErrors(), stage);
        }
    }
}

namespace MediaTokens.Adapters.Libvips;

/// <summary>An image on its way through operations: each takes the place of the one before, and no pixel is made until it is copied to memory.</summary>
internal sealed class VipsPipeline(VipsLibrary vips, VipsImage image) : IDisposable
{
    // VIPS_KERNEL_LANCZOS3.
    private const int Lanczos3 = 5;

    // VIPS_OPERATION_ROUND_RINT.
    private const int ToNearest = 0;

    // VIPS_EXTEND_BLACK, which is transparent too, VIPS_EXTEND_COPY, which repeats the edge, and VIPS_EXTEND_WHITE.
    private const int ExtendBlack = 0;
    private const int ExtendCopy = 1;
    private const int ExtendWhite = 4;

    // libvips cuts the taps of its mask down to multiples of 1/4096: with many of them, light is lost. So what is shrunk more is averaged first,
    // until this gap is left for Lanczos.
    private const double LargestReduction = 8;
    private const double Gap = 4;

    /// <summary>The image so far.</summary>
    public VipsImage Image { get; private set; } = image;

    /// <summary>Weighs colours by their alpha, so that what cannot be seen does not bleed into its neighbours when resized.</summary>
    public void Premultiply() => Then("premultiply"u8);

    /// <summary>Undoes <see cref="Premultiply"/>, and goes back from fractions to whole numbers.</summary>
    public void Unpremultiply(VipsBandFormat format)
    {
        Then("unpremultiply"u8);
        Run(New("round"u8).Set("round"u8, ToNearest));
        Run(New("cast"u8).Set("format"u8, (int)format));
    }

    /// <summary>Resizes with Lanczos3, centres aligned.</summary>
    /// <param name="target">Pixels: at most the image's own on each side.</param>
    public void Reduce(PixelSize target)
    {
        PixelSize size = Image.Size;
        if (size == target)
        {
            return;
        }

        double horizontal = (double)size.Width / target.Width;
        double vertical = (double)size.Height / target.Height;
        VipsOperation operation = New("reduce"u8).Set("hshrink"u8, horizontal).Set("vshrink"u8, vertical).Set("kernel"u8, Lanczos3);
        if (Math.Max(horizontal, vertical) > LargestReduction)
        {
            operation.Set("gap"u8, Gap);
        }

        Run(operation);
    }

    /// <summary>Converts to 8 bits, in sRGB or grey, by what the channels mean and without a profile.</summary>
    public void ToInterpretation(VipsInterpretation space)
    {
        if (Image.Interpretation != space || Image.Format != VipsBandFormat.UInt8)
        {
            Run(New("colourspace"u8).Set("space"u8, (int)space));
        }
    }

    /// <summary>Converts to sRGB by the embedded profile.</summary>
    /// <param name="fallback">A profile that libvips carries, for an image without one; null for none.</param>
    public void TransformProfile(string? fallback)
    {
        VipsOperation operation = New("icc_transform"u8)
            .Set("output_profile"u8, "srgb")
            .Set("embedded"u8, true)
            .Set("black_point_compensation"u8, true);
        if (fallback is not null)
        {
            operation.Set("input_profile"u8, fallback);
        }

        Run(operation);
    }

    /// <summary>Keeps the first channels.</summary>
    public void KeepBands(int count) => Run(New("extract_band"u8).Set("band"u8, 0).Set("n"u8, count));

    /// <summary>Paints the rows below the first ones white, or transparent where there is alpha.</summary>
    /// <param name="rows">How many rows stay: at least 1.</param>
    public void KeepRows(int rows)
    {
        PixelSize size = Image.Size;
        bool hasAlpha = Image.HasAlpha;
        Run(new VipsOperation(vips, "extract_area"u8).Set("input"u8, Image)
            .Set("left"u8, 0).Set("top"u8, 0).Set("width"u8, size.Width).Set("height"u8, rows));
        Run(New("embed"u8).Set("x"u8, 0).Set("y"u8, 0).Set("width"u8, size.Width).Set("height"u8, size.Height)
            .Set("extend"u8, hasAlpha ? ExtendBlack : ExtendWhite));
    }

    /// <summary>Repeats the last column and row until an image has the size.</summary>
    public void Extend(PixelSize size)
    {
        if (Image.Size != size)
        {
            Run(New("embed"u8).Set("x"u8, 0).Set("y"u8, 0).Set("width"u8, size.Width).Set("height"u8, size.Height).Set("extend"u8, ExtendCopy));
        }
    }

    /// <summary>Turns the stored pixels upright.</summary>
    /// <param name="orientation">As in EXIF, 1 to 8.</param>
    public void Turn(int orientation)
    {
        // VIPS_ANGLE_D90 is a quarter to the right.
        int quarters = orientation switch { 5 or 6 => 1, 3 or 4 => 2, 7 or 8 => 3, _ => 0 };
        if (quarters != 0)
        {
            Run(New("rot"u8).Set("angle"u8, quarters));
        }

        if (orientation is 2 or 4 or 5 or 7)
        {
            Run(New("flip"u8).Set("direction"u8, 0));
        }
    }

    /// <summary>Makes the pixels.</summary>
    /// <exception cref="VipsException">They could not be made.</exception>
    public void CopyToMemory() => Replace(Image.CopyToMemory());

    /// <summary>Hands the image over: it is not disposed of here any more.</summary>
    public VipsImage Detach()
    {
        VipsImage image = Image;
        Image = new VipsImage(vips, 0);
        return image;
    }

    public void Dispose() => Image.Dispose();

    private VipsOperation New(ReadOnlySpan<byte> name) => new VipsOperation(vips, name).Set("in"u8, Image);

    private void Then(ReadOnlySpan<byte> name) => Run(New(name));

    private void Run(VipsOperation operation)
    {
        using (operation)
        {
            Replace(operation.Run());
        }
    }

    private void Replace(VipsImage next)
    {
        Image.Dispose();
        Image = next;
    }
}

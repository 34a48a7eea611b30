namespace MediaTokens.Adapters.Libvips;

/// <summary>From the colours of a file to 8 bits of sRGB, or of grey.</summary>
internal static class VipsColors
{
    /// <summary>The name of the metadata that holds the embedded colour profile, ended by a zero.</summary>
    public static ReadOnlySpan<byte> Profile => "icc-profile-data"u8;

    /// <summary>Makes the image one that can be resized and converted: grey, RGB or CMYK, of 8 or 16 bits.</summary>
    /// <exception cref="VipsException">It cannot be done.</exception>
    public static void Simplify(VipsPipeline pipeline)
    {
        bool isInteger = pipeline.Image.Format is VipsBandFormat.UInt8 or VipsBandFormat.UInt16;
        if (!isInteger && pipeline.Image.Format != VipsBandFormat.Single)
        {
            // libvips would clip, and not scale, what has 32 bits.
            throw new VipsException($"Channels of format {pipeline.Image.Format} are unsupported.", VipsStage.Operation);
        }

        if (!isInteger && pipeline.Image.HasAlpha)
        {
            // Which number means opaque depends on who wrote the file.
            pipeline.KeepBands(pipeline.Image.Bands > 4 ? 3 : pipeline.Image.Bands - 1);
        }

        // Anything else, such as CIE Lab or fractions of light, becomes sRGB at once.
        if (!isInteger || ColorBands(pipeline.Image.Interpretation) == 0)
        {
            pipeline.ToInterpretation(VipsInterpretation.Srgb);
        }

        // One more channel is alpha; of yet more nobody knows what they mean.
        VipsInterpretation space = pipeline.Image.Interpretation;
        int colors = ColorBands(space);
        int most = space == VipsInterpretation.Cmyk ? colors : colors + 1;
        if (pipeline.Image.Bands > most)
        {
            pipeline.KeepBands(colors);
        }
    }

    /// <summary>Converts an image that was made simple.</summary>
    /// <param name="pipeline">The image.</param>
    /// <param name="hasProfile">Whether RGB or grey is to be converted by the embedded profile.</param>
    /// <returns>What a user should know; null where there is nothing.</returns>
    public static string? ToSrgb(VipsPipeline pipeline, bool hasProfile)
    {
        VipsInterpretation source = pipeline.Image.Interpretation;
        if (source == VipsInterpretation.Cmyk)
        {
            bool isEmbedded = pipeline.Image.Has(Profile);
            pipeline.TransformProfile("cmyk");
            return isEmbedded ? null : "CMYK without a colour profile: the colours are approximate.";
        }

        VipsInterpretation space = source is VipsInterpretation.Grey or VipsInterpretation.Grey16 ? VipsInterpretation.Grey : VipsInterpretation.Srgb;
        pipeline.ToInterpretation(space);
        if (!hasProfile)
        {
            return null;
        }

        try
        {
            pipeline.TransformProfile(null);
            pipeline.ToInterpretation(space);
            return null;
        }
        catch (VipsException)
        {
            return "The colour profile is damaged or of another kind of image: the colours are as stored.";
        }
    }

    private static int ColorBands(VipsInterpretation space) => space switch
    {
        VipsInterpretation.Grey or VipsInterpretation.Grey16 => 1,
        VipsInterpretation.Srgb or VipsInterpretation.Rgb16 => 3,
        VipsInterpretation.Cmyk => 4,
        _ => 0,
    };
}

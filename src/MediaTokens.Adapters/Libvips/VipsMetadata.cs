namespace MediaTokens.Adapters.Libvips;

/// <summary>What goes over to the result of what a file told besides its pixels.</summary>
internal static class VipsMetadata
{
    /// <summary>Removes what is not true of the result any more, and what is not to be kept.</summary>
    /// <param name="image">An image in memory: upright and in sRGB.</param>
    /// <param name="keep">Whether EXIF, XMP and IPTC stay.</param>
    public static void Update(VipsImage image, bool keep)
    {
        image.Remove("icc-profile-data"u8);
        image.Remove("jpeg-thumbnail-data"u8);
        if (keep)
        {
            image.Set("orientation"u8, 1);
            return;
        }

        // Writers are told to leave them out too, but not every version of each of them does.
        image.Remove("orientation"u8);
        image.Remove("exif-data"u8);
        image.Remove("xmp-data"u8);
        image.Remove("iptc-data"u8);
        image.Remove("ipct-data"u8);
        image.Remove("photoshop-data"u8);
    }
}

namespace MediaTokens.Imaging;

/// <summary>What a part of an image file is for.</summary>
public enum PartKind
{
    /// <summary>It is needed to show the image: pixels, tables, transparency, resolution, animation, and colour that is not an ICC profile.</summary>
    Image,

    /// <summary>An ICC colour profile.</summary>
    Profile,

    /// <summary>EXIF, XMP, IPTC, comments, previews and vendors' notes: nothing that changes the pixels, the orientation in EXIF apart.</summary>
    Metadata,

    /// <summary>What stands behind the end of the image: a second image, the video of a motion photo, padding.</summary>
    Trailer,
}

/// <summary>A run of bytes of one kind.</summary>
/// <param name="Kind">What the bytes are for.</param>
/// <param name="Offset">Where they begin, in bytes from the start of the file.</param>
/// <param name="Length">How many they are.</param>
public readonly record struct ImagePart(PartKind Kind, int Offset, int Length);

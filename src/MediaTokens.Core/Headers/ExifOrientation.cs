namespace MediaTokens.Headers;

/// <summary>Finds tag 274, Orientation, in the first directory of EXIF metadata (CIPA DC-008, a TIFF structure).</summary>
internal static class ExifOrientation
{
    public const int Tag = 274;

    // Cameras write 10 to 20 entries; the rest of an absurd directory is not worth the reading budget.
    private const ulong MostEntries = 1000;

    /// <summary>Reads the orientation from the TIFF structure that lies between two positions.</summary>
    /// <returns>The value, 1 to 8; 0 when there is none or when the metadata is damaged, which never fails an image.</returns>
    public static int Read(ref HeaderWindow window, long start, long end)
    {
        if (!TiffDirectory.TryOpen(ref window, start, end, out TiffDirectory directory))
        {
            return 0;
        }

        ulong count = Math.Min(directory.Count, MostEntries);
        for (ulong i = 0; i < count && directory.TryTag(ref window, i, out int tag); i++)
        {
            if (tag == Tag)
            {
                return directory.Value(ref window, i) is { } value and <= 8 ? (int)value : 0;
            }
        }

        return 0;
    }
}

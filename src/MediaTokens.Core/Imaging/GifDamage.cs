using static System.FormattableString;

namespace MediaTokens.Imaging;

/// <summary>Walks over the blocks of a GIF file (CompuServe GIF89a) to see whether they are complete.</summary>
/// <remarks>
/// Signature and logical screen (13 bytes), colour table, then blocks, each up to a sub-block of size 0:
/// 21 extension: label (1), sub-blocks. 2C image: 9 bytes, colour table, code size (1), sub-blocks. 3B end.
/// Decoders do without the end, and stop at a block of another kind, so neither is damage once there is an image.
/// </remarks>
internal static class GifDamage
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const int ScreenSize = 13;
    private const int DescriptorSize = 10;

    public static string? Find(ReadOnlySpan<byte> file)
    {
        if (file.Length < ScreenSize)
        {
            return PartList.Cut(file.Length, "within its header");
        }

        long position = ScreenSize + ColorTable(file[10]);
        bool hasImage = false;
        while (position < file.Length)
        {
            int start = (int)position;
            byte kind = file[start];
            if (kind is not (Extension or Image))
            {
                return hasImage ? null : Invariant($"The image ends at byte {start}, before any pixels.");
            }

            position = kind == Extension ? position + 2 : SkipDescriptor(file, start);
            if (!TrySkipSubBlocks(file, ref position))
            {
                return PartList.Cut(file.Length, kind == Image ? "in the middle of the image data" : "within an extension");
            }

            hasImage |= kind == Image;
        }

        return hasImage ? null : PartList.Cut(file.Length, "before any pixels");
    }

    private static long SkipDescriptor(ReadOnlySpan<byte> file, int start) =>
        file.Length - start < DescriptorSize
            ? file.Length
            : start + DescriptorSize + ColorTable(file[start + DescriptorSize - 1]) + 1L;

    private static bool TrySkipSubBlocks(ReadOnlySpan<byte> file, ref long position)
    {
        while (position < file.Length)
        {
            byte size = file[(int)position];
            position += 1 + size;
            if (size == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int ColorTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}

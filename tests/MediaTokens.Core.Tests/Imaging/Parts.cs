using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Takes files apart that a test has in memory.</summary>
internal static class Parts
{
    /// <summary>The parts as text, as in "Image 20, Metadata 7"; they must cover the file.</summary>
    public static string Of(byte[] file, MediaFormat format)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        ImageParts parts = ImageParts.Read(bytes, format)!;
        AssertCover(parts, file.Length);
        return string.Join(", ", parts.Parts.Select(part => $"{part.Kind} {part.Length}"));
    }

    public static string? Damage(byte[] file, MediaFormat format)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        return ImageParts.FindDamage(bytes, new(format, new(1, 1)));
    }

    public static ColorProfile? Profile(byte[] file, MediaFormat format)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        return ImageParts.Read(bytes, format)!.Profile;
    }

    public static byte[] WithoutMetadata(byte[] file, MediaFormat format)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        using MemoryStream copy = new();
        ImageParts.Read(bytes, format)!.CopyWithoutMetadata(copy);
        return copy.ToArray();
    }

    /// <summary>What must hold of any bytes, damaged or not.</summary>
    /// <returns>What is wrong with them.</returns>
    public static string? Check(ReadOnlySpan<byte> file, MediaFormat format)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        string? damage = ImageParts.FindDamage(bytes, new(format, new(1, 1)));
        if (ImageParts.Read(bytes, format) is not { } parts)
        {
            return damage;
        }

        AssertCover(parts, file.Length);
        Assert.Equal(damage, parts.Damage);
        using MemoryStream copy = new();
        parts.CopyWithoutMetadata(copy);
        Assert.True(copy.Length <= file.Length - parts.MetadataBytes);
        if (damage is null)
        {
            using ImageBytes copied = ImageBytes.Copy(copy.GetBuffer().AsSpan(0, (int)copy.Length));
            ImageParts again = ImageParts.Read(copied, format)!;
            Assert.Null(again.Damage);
            Assert.Equal(0, again.MetadataBytes);
        }

        return damage;
    }

    private static void AssertCover(ImageParts parts, int length)
    {
        int end = 0;
        foreach (ImagePart part in parts.Parts)
        {
            Assert.Equal(end, part.Offset);
            Assert.True(part.Length > 0);
            end += part.Length;
        }

        Assert.Equal(length, end);
    }
}

using System.IO.Compression;

namespace MediaTokens.Imaging;

/// <summary>Inflates the ICC profile of a PNG file.</summary>
/// <remarks>iCCP: name (1 to 79 bytes), 0, compression method (0), zlib stream.</remarks>
internal static class PngProfile
{
    private const int LongestName = 79;
    private const int BufferSize = 16_384;

    /// <param name="data">The data of the chunk.</param>
    /// <returns>The profile; null when it cannot be inflated, is none, or is longer than <see cref="PartList.LongestProfile"/>.</returns>
    public static ColorProfile? Read(ReadOnlySpan<byte> data)
    {
        int name = data[..Math.Min(data.Length, LongestName + 1)].IndexOf((byte)0);
        if (name < 1 || name + 2 > data.Length || data[name + 1] != 0 || data.Length > PartList.LongestProfile)
        {
            return null;
        }

        try
        {
            return Inflate(data[(name + 2)..].ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ColorProfile? Inflate(byte[] compressed)
    {
        using ZLibStream source = new(new MemoryStream(compressed), CompressionMode.Decompress);
        using MemoryStream profile = new();
        byte[] buffer = new byte[BufferSize];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            if (profile.Length + read > PartList.LongestProfile)
            {
                return null;
            }

            profile.Write(buffer.AsSpan(0, read));
        }

        return ColorProfile.Parse(profile.GetBuffer().AsSpan(0, (int)profile.Length));
    }
}

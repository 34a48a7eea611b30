using System.Buffers.Binary;

namespace MediaTokens.Adapters.Libvips;

/// <summary>Leaves the metadata out of a WebP file.</summary>
/// <remarks>
/// WebP Container Specification: "RIFF", the number of bytes that follow (4, little endian), "WEBP"; then chunks of a name (4),
/// the number of bytes (4), and the bytes, padded to an even number. "VP8X" begins with flags that tell which others there are.
/// </remarks>
internal static class WebPChunks
{
    private const int HeaderSize = 12;
    private const int ChunkHeaderSize = 8;
    private const byte IccFlag = 0x20;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    /// <summary>Copies a file without its EXIF, XMP and ICC chunks.</summary>
    /// <param name="file">A whole, sound file.</param>
    /// <param name="output">Gets the file.</param>
    public static void CopyWithoutMetadata(ReadOnlySpan<byte> file, Stream output)
    {
        byte[] copy = new byte[file.Length];
        file[..HeaderSize].CopyTo(copy);
        int written = HeaderSize;
        for (int position = HeaderSize; position + ChunkHeaderSize <= file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(file[(position + 4)..]);
            int end = Math.Min(file.Length, position + ChunkHeaderSize + length + (length & 1));
            ReadOnlySpan<byte> chunk = file[position..end];
            position = end;
            if (IsMetadata(chunk))
            {
                continue;
            }

            chunk.CopyTo(copy.AsSpan(written));
            if (chunk.StartsWith("VP8X"u8))
            {
                copy[written + ChunkHeaderSize] &= unchecked((byte)~(IccFlag | ExifFlag | XmpFlag));
            }

            written += chunk.Length;
        }

        BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(4), written - ChunkHeaderSize);
        output.Write(copy, 0, written);
    }

    private static bool IsMetadata(ReadOnlySpan<byte> chunk) =>
        chunk.StartsWith("EXIF"u8) || chunk.StartsWith("XMP "u8) || chunk.StartsWith("ICCP"u8);
}

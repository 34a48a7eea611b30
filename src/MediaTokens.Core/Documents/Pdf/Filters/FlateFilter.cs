using System.IO.Compression;
using System.Runtime.InteropServices;

namespace MediaTokens.Documents.Pdf.Filters;

/// <summary>
/// FlateDecode (ISO 32000-1, 7.4.4): a zlib stream (RFC 1950), which is two bytes of header, deflated data and a checksum.
/// The checksum is not looked at, and of data that end too early or are damaged, all counts that comes before.
/// </summary>
internal static class FlateFilter
{
    private const int Chunk = 16 << 10;

    public static void Decode(ReadOnlyMemory<byte> input, BoundedBuffer output)
    {
        ReadOnlySpan<byte> header = input.Span;
        bool hasHeader = header.Length >= 2 && (header[0] & 0x0F) == 8 && ((header[0] << 8) | header[1]) % 31 == 0;
        if (hasHeader || !TryInflate(input, output))
        {
            TryInflate(input[Math.Min(2, input.Length)..], output);
        }
    }

    private static bool TryInflate(ReadOnlyMemory<byte> input, BoundedBuffer output)
    {
        using DeflateStream stream = Open(input);
        int start = output.Count;
        byte[] chunk = new byte[Chunk];
        try
        {
            for (int read = stream.Read(chunk, 0, Chunk); read > 0 && !output.IsOverfull; read = stream.Read(chunk, 0, Chunk))
            {
                output.Add(chunk.AsSpan(0, read));
            }
        }
        catch (InvalidDataException)
        {
            AddRest(input, output, output.Count - start);
        }

        return output.Count > start;
    }

    // The call that met the damage lost what it had decoded before; byte by byte, all of it comes out.
    private static void AddRest(ReadOnlyMemory<byte> input, BoundedBuffer output, int known)
    {
        using DeflateStream stream = Open(input);
        byte[] scratch = new byte[Chunk];
        try
        {
            while (known > 0)
            {
                known -= Math.Max(1, stream.Read(scratch, 0, Math.Min(known, Chunk)));
            }

            while (!output.IsOverfull && stream.Read(scratch, 0, 1) == 1)
            {
                output.Add(scratch[0]);
            }
        }
        catch (InvalidDataException)
        {
            // This is where the damage begins.
        }
    }

    private static DeflateStream Open(ReadOnlyMemory<byte> input)
    {
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(input, out ArraySegment<byte> segment) ? segment : input.ToArray();
        return new(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), CompressionMode.Decompress);
    }
}

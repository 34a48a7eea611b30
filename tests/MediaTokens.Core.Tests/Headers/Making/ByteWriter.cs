using System.Buffers.Binary;
using System.Text;

namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>Puts numbers and letters one after another.</summary>
internal sealed class ByteWriter(bool bigEndian = true)
{
    private readonly List<byte> _bytes = [];

    public ByteWriter Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ByteWriter Text(string ascii) => Raw(Encoding.ASCII.GetBytes(ascii));

    public ByteWriter Zeros(int count) => Raw(new byte[count]);

    public ByteWriter U16(int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        }

        return Raw(bytes);
    }

    public ByteWriter U32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        }

        return Raw(bytes);
    }

    public ByteWriter U64(ulong value) =>
        bigEndian ? U32((uint)(value >> 32)).U32((uint)value) : U32((uint)value).U32((uint)(value >> 32));

    public byte[] ToArray() => [.. _bytes];
}

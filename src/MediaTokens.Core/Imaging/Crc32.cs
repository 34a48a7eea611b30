using System.Buffers.Binary;

namespace MediaTokens.Imaging;

/// <summary>The checksum of PNG chunks (ISO 3309, polynomial EDB88320), eight bytes at a step.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Step = 8;

    // Table k tells what a byte adds to the checksum when k bytes follow it within the step.
    private static readonly uint[][] Tables = CreateTables();

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> t0 = Tables[0];
        ReadOnlySpan<uint> t1 = Tables[1];
        ReadOnlySpan<uint> t2 = Tables[2];
        ReadOnlySpan<uint> t3 = Tables[3];
        ReadOnlySpan<uint> t4 = Tables[4];
        ReadOnlySpan<uint> t5 = Tables[5];
        ReadOnlySpan<uint> t6 = Tables[6];
        ReadOnlySpan<uint> t7 = Tables[7];
        uint crc = uint.MaxValue;
        while (bytes.Length >= Step)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t7[(byte)low] ^ t6[(byte)(low >> 8)] ^ t5[(byte)(low >> 16)] ^ t4[(byte)(low >> 24)]
                ^ t3[(byte)high] ^ t2[(byte)(high >> 8)] ^ t1[(byte)(high >> 16)] ^ t0[(byte)(high >> 24)];
            bytes = bytes[Step..];
        }

        foreach (byte value in bytes)
        {
            crc = t0[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] CreateTables()
    {
        uint[][] tables = new uint[Step][];
        for (int k = 0; k < Step; k++)
        {
            tables[k] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                tables[k][i] = k == 0 ? OneByte(i) : tables[0][(byte)tables[k - 1][i]] ^ (tables[k - 1][i] >> 8);
            }
        }

        return tables;
    }

    private static uint OneByte(uint crc)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : Polynomial ^ (crc >> 1);
        }

        return crc;
    }
}

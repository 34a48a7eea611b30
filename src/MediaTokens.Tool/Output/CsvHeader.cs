using System.Buffers;

namespace MediaTokens.Tool.Output;

/// <summary>The first line of comma-separated values.</summary>
internal static class CsvHeader
{
    /// <summary>The names of the fields.</summary>
    /// <param name="write">Writes any record.</param>
    public static byte[] Of(Action<CsvFields> write)
    {
        ArrayBufferWriter<byte> line = new();
        CsvFields fields = new(line, isHeader: true);
        write(fields);
        fields.End();
        return line.WrittenSpan.ToArray();
    }
}

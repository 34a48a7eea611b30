using System.Buffers;

namespace MediaTokens.Tool.Output;

/// <summary>Writes records as lines of JSON, or as comma-separated values under a header, each one as soon as it comes.</summary>
internal sealed class RecordLines<T>
{
    private readonly Stream _output;
    private readonly Action<T, IFieldWriter> _write;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly JsonFields? _json;

    /// <param name="output">Gets the lines.</param>
    /// <param name="shape">JSON or CSV.</param>
    /// <param name="write">Writes the fields of a record.</param>
    /// <param name="any">Any record, for the names of its fields.</param>
    public RecordLines(Stream output, OutputShape shape, Action<T, IFieldWriter> write, T any)
    {
        (_output, _write) = (output, write);
        if (shape == OutputShape.Json)
        {
            _json = new(JsonFields.CreateWriter());
            return;
        }

        output.Write(CsvHeader.Of(fields => write(any, fields)));
    }

    /// <summary>Writes a record.</summary>
    public void Write(T record)
    {
        _line.ResetWrittenCount();
        if (_json is null)
        {
            CsvFields csv = new(_line);
            _write(record, csv);
            csv.End();
        }
        else
        {
            _json.Begin(_line);
            _write(record, _json);
            _json.End(_line);
        }

        _output.Write(_line.WrittenSpan);
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace MediaTokens.Tool.Output;

/// <summary>
/// Writes records as RFC 4180 has it: fields parted by commas, lines ended by CR LF, a field in quotes where it needs them and
/// every quote in it doubled. A field without a value is empty; the names of a list are parted by semicolons, the texts of
/// one, which may hold such, by upright strokes.
/// </summary>
internal sealed class CsvFields(IBufferWriter<byte> output, bool isHeader = false) : IFieldWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    private bool _isFirst = true;

    public void End()
    {
        output.Write("\r\n"u8);
        _isFirst = true;
    }

    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        Separate();
        if (isHeader)
        {
            output.Write(name);
        }
        else if (value is not null)
        {
            // A space at either end would be lost to readers that trim.
            bool isPlain = !value.AsSpan().ContainsAny(NeedQuotes) && !value.StartsWith(' ') && !value.EndsWith(' ');
            Encoding.UTF8.GetBytes(isPlain ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", output);
        }
    }

    public void Number(ReadOnlySpan<byte> name, long? value) => Format(name, value);

    public void Fraction(ReadOnlySpan<byte> name, decimal? value) => Format(name, value);

    public void Flag(ReadOnlySpan<byte> name, bool? value) => Text(name, value is null ? null : value.Value ? "true" : "false");

    public void List(ReadOnlySpan<byte> name, IReadOnlyList<string> values) => Text(name, string.Join(';', values));

    public void Lines(ReadOnlySpan<byte> name, IReadOnlyList<string> values) => Text(name, string.Join(" | ", values));

    private void Format<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IUtf8SpanFormattable
    {
        Separate();
        if (isHeader)
        {
            output.Write(name);
        }
        else if (value is T number && number.TryFormat(output.GetSpan(32), out int written, default, CultureInfo.InvariantCulture))
        {
            output.Advance(written);
        }
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            output.Write(","u8);
        }

        _isFirst = false;
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaTokens.Tool.Output;

/// <summary>Writes records as JSON Lines: one object on each line, every field always there, null where it has no value.</summary>
/// <param name="writer">From <see cref="CreateWriter"/>; it buffers nothing beyond a record, so it need not be disposed of.</param>
internal sealed class JsonFields(Utf8JsonWriter writer) : IFieldWriter
{
    // The arrow of the working stays readable: no output of a command line ends up inside a web page unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static Utf8JsonWriter CreateWriter() => new(Stream.Null, Options);

    public void Begin(IBufferWriter<byte> output)
    {
        writer.Reset(output);
        writer.WriteStartObject();
    }

    public void End(IBufferWriter<byte> output)
    {
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    public void Text(ReadOnlySpan<byte> name, string? value) => writer.WriteString(name, value);

    public void Number(ReadOnlySpan<byte> name, long? value)
    {
        if (value is long number)
        {
            writer.WriteNumber(name, number);
            return;
        }

        writer.WriteNull(name);
    }

    public void Fraction(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is decimal fraction)
        {
            writer.WriteNumber(name, fraction);
            return;
        }

        writer.WriteNull(name);
    }

    public void Flag(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is bool flag)
        {
            writer.WriteBoolean(name, flag);
            return;
        }

        writer.WriteNull(name);
    }

    public void List(ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    public void Lines(ReadOnlySpan<byte> name, IReadOnlyList<string> values) => List(name, values);
}

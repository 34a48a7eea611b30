using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Writes the lines of each batch straight away; a failure comes between the lines where it happened.</summary>
internal sealed class LineOutput(Stream output, ErrorOutput errors, Func<BatchWork> createWork) : BatchOutput
{
    public override BatchWork CreateWork() => createWork();

    public override void Write(Batch batch)
    {
        ReadOnlySpan<byte> text = batch.Text.WrittenSpan;
        int written = 0;
        foreach (Failure failure in batch.Failures)
        {
            output.Write(text[written..failure.Position]);
            written = failure.Position;
            errors.Write(failure.Subject, failure.Exception);
        }

        output.Write(text[written..]);
    }
}

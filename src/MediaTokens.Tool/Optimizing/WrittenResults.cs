using MediaTokens.Imaging;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Optimizing;

/// <summary>Writes the files, and tells what became of them.</summary>
/// <param name="run">Places and writes the results.</param>
/// <param name="screen">Shows the progress.</param>
/// <param name="output">Gets the results.</param>
/// <param name="question">Asks before a source is replaced; null where nothing is asked.</param>
internal sealed class WrittenResults(OptimizeRun run, ResultScreen screen, OptimizeOutput output, InPlaceQuestion? question)
    : ResultWriter(run, screen)
{
    private long _declined;

    protected override void Write(MediaInput input, OptimizeOutcome outcome, string place)
    {
        if (!Agrees(outcome, place))
        {
            _declined++;
            LeaveOut();
            return;
        }

        OptimizedImage image = Run.Write(outcome, place);
        Screen.Progress.Add(image.SourceBytes, image.Bytes);
        output.Add(input, image);
    }

    protected override void FlushRows() => output.Flush();

    protected override void WriteTotals() => output.Complete(Failures, _declined);

    // A source that stays as it is needs no question.
    private bool Agrees(OptimizeOutcome outcome, string place)
    {
        if (question is null || (outcome.Result!.IsUnchanged && place == outcome.Source))
        {
            return true;
        }

        FlushRows();
        return question.Ask(outcome, place);
    }
}

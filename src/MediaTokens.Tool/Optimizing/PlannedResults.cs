using System.Globalization;
using System.Text;
using MediaTokens.Imaging;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Optimizing;

/// <summary>Writes no file, and tells which ones would be written.</summary>
internal sealed class PlannedResults(OptimizeRun run, ResultScreen screen, ResultPlacement placement, Stream output) : ResultWriter(run, screen)
{
    private long _count;

    protected override void Write(MediaInput input, OptimizeOutcome outcome, string place)
    {
        _count++;
        LeaveOut();
        WriteLine($"Would {Describe(outcome, place)}");
    }

    protected override void FlushRows()
    {
    }

    protected override void WriteTotals() => WriteLine($"{Totals.Count(_count, "image")}{Totals.Failed(Failures)}: nothing was written");

    private string Describe(OptimizeOutcome outcome, string place)
    {
        OptimizeResult result = outcome.Result!;
        bool isRenamed = PlaceText.IsRenamed(outcome.Source, place);
        if (!placement.IsInPlace)
        {
            return $"write {PlaceText.Of(place)}: {PlaceText.Of(result)}";
        }

        if (isRenamed)
        {
            return $"write {PlaceText.Of(place)} and delete {PlaceText.Of(outcome.Source)}: {PlaceText.Of(result)}";
        }

        return result.IsUnchanged ? $"leave {PlaceText.Of(place)} as it is" : $"replace {PlaceText.Of(place)}: {PlaceText.Of(result)}";
    }

    private void WriteLine(string line) =>
        Screen.Write(() => output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{OneLine.Of(line)}{Environment.NewLine}"))));
}

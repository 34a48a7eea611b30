using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Sums up what is read, model by model, and writes the comparison when all is read. It keeps no item.</summary>
/// <param name="comparer">Sums up.</param>
/// <param name="errors">Gets the failures.</param>
/// <param name="choose">Chooses the rows that are written, and their order.</param>
/// <param name="writer">Writes them.</param>
internal sealed class CompareOutput(
    ModelComparer comparer,
    ErrorOutput errors,
    Func<IReadOnlyList<MediaTokenComparison>, IReadOnlyList<MediaTokenComparison>> choose,
    ComparisonWriter writer) : BatchOutput
{
    private long _items;

    public override BatchWork CreateWork() => new Gathering();

    public override void Write(Batch batch)
    {
        batch.Failures.ForEach(failure => errors.Write(failure.Subject, failure.Exception));
        batch.Items.ForEach(comparer.Add);
        _items += batch.Items.Count;
    }

    public override void Complete(long failures)
    {
        IReadOnlyList<MediaTokenComparison> ranked = comparer.Rank();
        writer.Write(choose(ranked), new(_items, failures, ranked.Count));
    }

    // A comparer is for one thread alone.
    private sealed class Gathering : BatchWork
    {
        public override void Add(Batch batch, MediaInput input, in MediaItem item) => batch.Items.Add(item);

        public override int Length(Batch batch) => batch.Items.Count;
    }
}

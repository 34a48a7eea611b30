using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Puts each cost into the batch as a line of JSON.</summary>
internal sealed class JsonFormat(IReadOnlyList<CostPlan> plans) : CostFormat(plans)
{
    private readonly JsonFields _fields = new(JsonFields.CreateWriter());

    public override int Length(Batch batch) => batch.Text.WrittenCount;

    protected override void Append(Batch batch, MediaInput input, MediaTokenCost cost)
    {
        _fields.Begin(batch.Text);
        CostFields.Write(cost, _fields);
        _fields.End(batch.Text);
    }
}

/// <summary>Puts each cost into the batch as a line of comma-separated values.</summary>
internal sealed class CsvFormat(IReadOnlyList<CostPlan> plans) : CostFormat(plans)
{
    public override int Length(Batch batch) => batch.Text.WrittenCount;

    protected override void Append(Batch batch, MediaInput input, MediaTokenCost cost)
    {
        CsvFields fields = new(batch.Text);
        CostFields.Write(cost, fields);
        fields.End();
    }
}

using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Puts each cost into the batch as a line of JSON.</summary>
internal sealed class JsonFormat : CostFormat
{
    private readonly JsonFields _fields = new(JsonFields.CreateWriter());

    public override void Append(Batch batch, MediaInput input, MediaTokenCost cost)
    {
        _fields.Begin(batch.Text);
        CostFields.Write(cost, _fields);
        _fields.End(batch.Text);
    }

    public override int Length(Batch batch) => batch.Text.WrittenCount;
}

/// <summary>Puts each cost into the batch as a line of comma-separated values.</summary>
internal sealed class CsvFormat : CostFormat
{
    public override void Append(Batch batch, MediaInput input, MediaTokenCost cost)
    {
        CsvFields fields = new(batch.Text);
        CostFields.Write(cost, fields);
        fields.End();
    }

    public override int Length(Batch batch) => batch.Text.WrittenCount;
}

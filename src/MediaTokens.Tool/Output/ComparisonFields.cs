namespace MediaTokens.Tool.Output;

/// <summary>The fields of a comparison, all of them and in the order in which <see cref="MediaTokenComparison"/> declares them.</summary>
internal static class ComparisonFields
{
    public static void Write(MediaTokenComparison row, IFieldWriter writer)
    {
        writer.Number("rank"u8, row.Rank);
        writer.Text("model"u8, row.Model);
        writer.Text("vendor"u8, row.Vendor);
        writer.Text("platform"u8, row.Platform);
        writer.Text("baseModel"u8, row.BaseModel);
        writer.Text("detail"u8, row.Detail);
        writer.Text("mediaResolution"u8, row.MediaResolution);
        writer.Text("inputFidelity"u8, row.InputFidelity);
        writer.Text("setting"u8, row.Setting);
        writer.Flag("isDefault"u8, row.IsDefault);
        writer.Number("items"u8, row.Items);
        writer.Number("uncounted"u8, row.Uncounted);
        writer.Text("reason"u8, row.Reason is null ? null : ToolWords.Translate(row.Reason));
        writer.Number("tokens"u8, row.Tokens);
        writer.Number("minTokens"u8, row.MinTokens);
        writer.Number("maxTokens"u8, row.MaxTokens);
        writer.Number("leastPerItem"u8, row.LeastPerItem);
        writer.Number("meanPerItem"u8, row.MeanPerItem);
        writer.Number("mostPerItem"u8, row.MostPerItem);
        writer.Fraction("timesLowest"u8, row.TimesLowest);
        writer.Flag("isEstimate"u8, row.IsEstimate);
        writer.Text("confidence"u8, row.Confidence);
        writer.Fraction("cost"u8, row.Cost);
        writer.Fraction("minCost"u8, row.MinCost);
        writer.Fraction("maxCost"u8, row.MaxCost);
        writer.Fraction("timesCheapest"u8, row.TimesCheapest);
        writer.Text("currency"u8, row.Currency);
        writer.Text("price"u8, row.Price);
        writer.Fraction("pricePerMillion"u8, row.PricePerMillion);
        writer.Text("costNote"u8, row.CostNote);
        writer.Text("basis"u8, row.Basis);
        writer.Text("rule"u8, row.Rule);
        writer.Text("source"u8, row.Source);
        writer.Text("priceSource"u8, row.PriceSource);
        writer.Text("asOf"u8, row.AsOf);
    }
}

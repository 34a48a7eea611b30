namespace MediaTokens.Tool.Output;

/// <summary>The fields of a cost, all of them and in the order in which <see cref="MediaTokenCost"/> declares them.</summary>
internal static class CostFields
{
    public static void Write<T>(MediaTokenCost cost, T writer)
        where T : IFieldWriter
    {
        writer.Text("path"u8, cost.Path);
        writer.Text("name"u8, cost.Name);
        writer.Text("mediaType"u8, cost.MediaType);
        writer.Text("format"u8, cost.Format);
        writer.Text("model"u8, cost.Model);
        writer.Text("vendor"u8, cost.Vendor);
        writer.Text("platform"u8, cost.Platform);
        writer.Text("baseModel"u8, cost.BaseModel);
        writer.Number("width"u8, cost.Width);
        writer.Number("height"u8, cost.Height);
        writer.Text("size"u8, cost.Size);
        writer.Fraction("duration"u8, (decimal?)cost.Duration?.Ticks / TimeSpan.TicksPerSecond);
        writer.Number("frames"u8, cost.Frames);
        writer.Fraction("frameRate"u8, (decimal?)cost.FrameRate);
        writer.Number("audioTokens"u8, cost.AudioTokens);
        writer.Number("pages"u8, cost.Pages);
        writer.Number("scannedPages"u8, cost.ScannedPages);
        writer.Number("textTokens"u8, cost.TextTokens);
        writer.Flag("textIsBilled"u8, cost.TextIsBilled);
        writer.Text("detail"u8, cost.Detail);
        writer.Text("mediaResolution"u8, cost.MediaResolution);
        writer.Text("recommendedResolution"u8, cost.RecommendedResolution);
        writer.Flag("isRecommended"u8, cost.IsRecommended);
        writer.Text("inputFidelity"u8, cost.InputFidelity);
        writer.Text("setting"u8, cost.Setting);
        writer.Number("scaledWidth"u8, cost.ScaledWidth);
        writer.Number("scaledHeight"u8, cost.ScaledHeight);
        writer.Number("columns"u8, cost.Columns);
        writer.Number("rows"u8, cost.Rows);
        writer.Number("units"u8, cost.Units);
        writer.Fraction("tokensPerUnit"u8, cost.TokensPerUnit);
        writer.Number("baseTokens"u8, cost.BaseTokens);
        writer.Number("tokens"u8, cost.Tokens);
        writer.Number("minTokens"u8, cost.MinTokens);
        writer.Number("maxTokens"u8, cost.MaxTokens);
        writer.Flag("isEstimate"u8, cost.IsEstimate);
        writer.Text("basis"u8, cost.Basis);
        writer.Number("documentedTokens"u8, cost.DocumentedTokens);
        writer.Number("billedTokens"u8, cost.BilledTokens);
        writer.Flag("billedIsConfirmed"u8, cost.BilledIsConfirmed);
        writer.Text("confidence"u8, cost.Confidence);
        writer.Fraction("cost"u8, cost.Cost);
        writer.Fraction("minCost"u8, cost.MinCost);
        writer.Fraction("maxCost"u8, cost.MaxCost);
        writer.Text("currency"u8, cost.Currency);
        writer.Text("price"u8, cost.Price);
        writer.Fraction("pricePerMillion"u8, cost.PricePerMillion);
        writer.Text("costNote"u8, cost.CostNote);
        writer.Text("priceSource"u8, cost.PriceSource);
        writer.Text("asOf"u8, cost.AsOf);
        writer.Number("bytes"u8, cost.Bytes);
        writer.Text("calculation"u8, cost.Calculation);
        writer.Text("explanation"u8, cost.Explanation);
        writer.Text("rule"u8, cost.Rule);
        writer.Text("source"u8, cost.Source);
    }
}

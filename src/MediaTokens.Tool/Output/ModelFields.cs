namespace MediaTokens.Tool.Output;

/// <summary>The fields of a model, all of them and in the order in which <see cref="MediaTokenModel"/> declares them.</summary>
internal static class ModelFields
{
    public static void Write<T>(MediaTokenModel model, T writer)
        where T : IFieldWriter
    {
        writer.Text("name"u8, model.Name);
        writer.List("aliases"u8, model.Aliases);
        writer.Text("vendor"u8, model.Vendor);
        writer.Text("family"u8, model.Family);
        writer.Text("rule"u8, model.Rule);
        writer.Text("constants"u8, model.Constants);
        writer.List("mediaTypes"u8, model.MediaTypes);
        writer.Lines("uncounted"u8, model.Uncounted);
        writer.List("details"u8, model.Details);
        writer.List("mediaResolutions"u8, model.MediaResolutions);
        writer.List("partMediaResolutions"u8, model.PartMediaResolutions);
        writer.List("inputFidelities"u8, model.InputFidelities);
        writer.Text("recommendedForImage"u8, model.RecommendedForImage);
        writer.Text("recommendedForVideo"u8, model.RecommendedForVideo);
        writer.Text("recommendedForPdf"u8, model.RecommendedForPdf);
        writer.Text("recommended"u8, model.Recommended);
        writer.Text("recommendedUpload"u8, model.RecommendedUpload);
        writer.List("formats"u8, model.Formats);
        writer.List("mimeTypes"u8, model.MimeTypes);
        writer.Flag("takesAnimated"u8, model.TakesAnimated);
        writer.Number("maximumBytes"u8, model.MaximumBytes);
        writer.Number("maximumImages"u8, model.MaximumImages);
        writer.Number("maximumPdfBytes"u8, model.MaximumPdfBytes);
        writer.Number("maximumPdfPages"u8, model.MaximumPdfPages);
        writer.Number("maximumVideoBytes"u8, model.MaximumVideoBytes);
        writer.Number("contextWindow"u8, model.ContextWindow);
        writer.Fraction("inputPrice"u8, model.InputPrice);
        writer.Fraction("cachedPrice"u8, model.CachedPrice);
        writer.Fraction("batchPrice"u8, model.BatchPrice);
        writer.Fraction("audioPrice"u8, model.AudioPrice);
        writer.Lines("priceTiers"u8, model.PriceTiers);
        writer.Text("priceNote"u8, model.PriceNote);
        writer.Text("priceSource"u8, model.PriceSource);
        writer.Lines("priceHistory"u8, model.PriceHistory);
        writer.Text("billedMethod"u8, model.BilledMethod);
        writer.Flag("billedIsConfirmed"u8, model.BilledIsConfirmed);
        writer.Text("billedSource"u8, model.BilledSource);
        writer.Text("billedDate"u8, model.BilledDate);
        writer.Text("billedEvidence"u8, model.BilledEvidence);
        writer.Text("note"u8, model.Note);
        writer.Text("source"u8, model.Source);
        writer.Text("sourceUri"u8, model.SourceUri);
        writer.Text("date"u8, model.Date);
        writer.Text("confidence"u8, model.Confidence);
        writer.Text("from"u8, model.From);
        writer.Lines("history"u8, model.History);
        writer.Text("asOf"u8, model.AsOf);
        writer.Text("shutdown"u8, model.Shutdown);
        writer.Text("shutdownSource"u8, model.ShutdownSource);
        writer.Flag("isShutDown"u8, model.IsShutDown);
        writer.Flag("isOlderThanYear"u8, model.IsOlderThanYear);
        writer.Text("catalogPath"u8, model.CatalogPath);
    }
}

namespace MediaTokens.Tool.Output;

/// <summary>The fields of an answer, all of them and in the order in which <see cref="VisionResponse"/> declares them.</summary>
internal static class ResponseFields
{
    public static void Write(VisionResponse response, IFieldWriter writer)
    {
        writer.Text("vendor"u8, response.Vendor);
        writer.Text("model"u8, response.Model);
        writer.Text("text"u8, response.Text);
        writer.Text("finishReason"u8, response.FinishReason);
        writer.Number("promptTokens"u8, response.PromptTokens);
        writer.Number("completionTokens"u8, response.CompletionTokens);
        writer.Number("totalTokens"u8, response.TotalTokens);
        writer.Number("textTokens"u8, response.TextTokens);
        writer.Number("imageTokens"u8, response.ImageTokens);
        writer.Number("videoTokens"u8, response.VideoTokens);
        writer.Number("audioTokens"u8, response.AudioTokens);
        writer.Number("documentTokens"u8, response.DocumentTokens);
        writer.Number("estimatedTokens"u8, response.EstimatedTokens);
        writer.Number("billedTokens"u8, response.BilledTokens);
        writer.Number("uncountedItems"u8, response.UncountedItems);
        writer.Number("difference"u8, response.Difference);
        writer.Text("prompt"u8, response.Prompt);
        writer.Text("systemPrompt"u8, response.SystemPrompt);
        writer.List("items"u8, response.Items);
        writer.Text("requestId"u8, response.RequestId);

        // Seconds, to the millisecond.
        writer.Fraction("duration"u8, (decimal)Math.Round(response.Duration.TotalSeconds, 3));
        writer.Number("attempts"u8, response.Attempts);
        writer.Flag("isCountOnly"u8, response.IsCountOnly);
        writer.Text("note"u8, response.Note);
        writer.Text("raw"u8, response.Raw);
    }
}

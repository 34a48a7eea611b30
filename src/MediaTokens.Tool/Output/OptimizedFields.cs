namespace MediaTokens.Tool.Output;

/// <summary>The fields of a result, all of them and in the order in which <see cref="OptimizedImage"/> declares them.</summary>
internal static class OptimizedFields
{
    public static void Write(OptimizedImage image, IFieldWriter writer)
    {
        writer.Text("path"u8, image.Path);
        writer.Text("name"u8, image.Name);
        writer.Text("source"u8, image.Source);
        writer.Text("model"u8, image.Model);
        writer.Text("detail"u8, image.Detail);
        writer.Text("mediaResolution"u8, image.MediaResolution);
        writer.Number("width"u8, image.Width);
        writer.Number("height"u8, image.Height);
        writer.Text("size"u8, image.Size);
        writer.Number("sourceWidth"u8, image.SourceWidth);
        writer.Number("sourceHeight"u8, image.SourceHeight);
        writer.Text("sourceSize"u8, image.SourceSize);
        writer.Number("bytes"u8, image.Bytes);
        writer.Number("sourceBytes"u8, image.SourceBytes);
        writer.Number("bytesSaved"u8, image.BytesSaved);
        writer.Number("tokens"u8, image.Tokens);
        writer.Number("sourceTokens"u8, image.SourceTokens);
        writer.Number("tokensSaved"u8, image.TokensSaved);
        writer.Text("format"u8, image.Format);
        writer.Number("quality"u8, image.Quality);
        writer.Text("engine"u8, image.Engine);
        writer.Text("action"u8, image.Action);
        writer.Text("explanation"u8, image.Explanation);
        // Seconds, to the millisecond.
        writer.Fraction("duration"u8, (decimal)Math.Round(image.Duration.TotalSeconds, 3));
    }
}

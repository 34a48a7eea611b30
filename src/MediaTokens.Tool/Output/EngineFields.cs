namespace MediaTokens.Tool.Output;

/// <summary>The fields of an engine, all of them and in the order in which <see cref="MediaTokenEngine"/> declares them.</summary>
internal static class EngineFields
{
    public static void Write(MediaTokenEngine engine, IFieldWriter writer)
    {
        writer.Text("name"u8, engine.Name);
        writer.Text("version"u8, engine.Version);
        writer.Flag("isAvailable"u8, engine.IsAvailable);
        writer.List("reads"u8, engine.Reads);
        writer.List("writes"u8, engine.Writes);
        writer.Text("reason"u8, engine.Reason);
    }
}

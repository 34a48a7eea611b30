namespace MediaTokens.Tool.Output;

/// <summary>How results are written.</summary>
internal enum OutputShape
{
    Table,
    Json,
    Csv,
}

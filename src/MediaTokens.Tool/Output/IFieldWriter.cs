namespace MediaTokens.Tool.Output;

/// <summary>Takes the fields of one record, in order. Names are ASCII in camelCase.</summary>
internal interface IFieldWriter
{
    void Text(ReadOnlySpan<byte> name, string? value);

    void Number(ReadOnlySpan<byte> name, long? value);

    void Fraction(ReadOnlySpan<byte> name, decimal? value);

    void Flag(ReadOnlySpan<byte> name, bool? value);

    /// <summary>A list of names.</summary>
    void List(ReadOnlySpan<byte> name, IReadOnlyList<string> values);

    /// <summary>A list of texts of any kind.</summary>
    void Lines(ReadOnlySpan<byte> name, IReadOnlyList<string> values);
}

using System.Globalization;

namespace MediaTokens.Tool.Output;

/// <summary>The sums over all results.</summary>
internal sealed class OptimizedTotals
{
    private long _images;
    private long _sourceBytes;
    private long _bytes;
    private long _tokens;

    // Null as soon as one source is refused by the vendor, and so costs nothing that could be compared.
    private long? _sourceTokens = 0;

    public void Add(OptimizedImage image)
    {
        _images++;
        _sourceBytes += image.SourceBytes;
        _bytes += image.Bytes;
        _sourceTokens += image.SourceTokens;
        _tokens += image.Tokens;
    }

    /// <summary>One line: the images, their bytes and their tokens.</summary>
    /// <param name="failures">Inputs that failed.</param>
    /// <param name="declined">Sources that the user left as they are.</param>
    public string Describe(long failures, long declined)
    {
        string left = declined == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {declined} left as asked");
        string images = $"{Totals.Count(_images, "image")}{left}{Totals.Failed(failures)}";
        string before = _sourceTokens is long tokens && tokens != _tokens ? string.Create(CultureInfo.InvariantCulture, $"{tokens} -> ") : "";
        return _images == 0
            ? images
            : string.Create(CultureInfo.InvariantCulture, $"{images}: {ByteSize.Of(_sourceBytes)} -> {ByteSize.Of(_bytes)}, {before}{_tokens} tokens");
    }
}

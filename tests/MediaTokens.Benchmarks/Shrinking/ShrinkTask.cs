using System.Globalization;

namespace MediaTokens.Benchmarks.Shrinking;

/// <summary>Pictures of one format and size, and the size in which gpt-4o looks at them at detail "high".</summary>
/// <param name="Format">The format of the pictures and of the results: <c>jpeg</c>, <c>png</c> or <c>webp</c>.</param>
/// <param name="Extension">The extension of the files, without a dot.</param>
/// <param name="Count">How many pictures.</param>
/// <param name="Source">The size of the pictures, in pixels.</param>
/// <param name="Target">The size of the results, in pixels.</param>
/// <param name="MaxTokens">The most tokens that a result may cost; null for no such limit.</param>
internal sealed record ShrinkTask(string Format, string Extension, int Count, PixelSize Source, PixelSize Target, int? MaxTokens = null)
{
    /// <summary>The model and the detail that <see cref="Target"/> belongs to.</summary>
    public const string Model = "gpt-4o";

    /// <inheritdoc cref="Model"/>
    public const string Detail = "high";

    /// <summary>The quality of JPEG and WebP; the scripts have it too.</summary>
    public const string Quality = "80";

    public string Width => Target.Width.ToString(CultureInfo.InvariantCulture);

    public string Height => Target.Height.ToString(CultureInfo.InvariantCulture);

    /// <summary>Photographs of 12 megapixels.</summary>
    public static ShrinkTask Photographs(BenchmarkOptions options) => new("jpeg", "jpg", options.Photos, new(4000, 3000), new(1024, 768));

    /// <summary>Screenshots, twice as many as photographs.</summary>
    // At 1365x768 some have more bytes than the source for the same tokens, and would be copied: fewer tokens have them all resized.
    public static ShrinkTask Screenshots(BenchmarkOptions options) => new("png", "png", 2 * options.Photos, new(1920, 1080), new(1024, 576), MaxTokens: 765);

    /// <summary>Photographs as web pages have them.</summary>
    public static ShrinkTask WebPhotographs(BenchmarkOptions options) => new("webp", "webp", options.Photos, new(2560, 1669), new(1178, 768));
}

using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>The size to make of an image, and what it costs.</summary>
/// <param name="Source">The image's own size, in pixels, after orientation.</param>
/// <param name="Target">The size to make, in pixels; neither side is longer than the source's.</param>
/// <param name="SourceCount">What the source costs; null where the vendor refuses it at this setting.</param>
/// <param name="TargetCount">What the target costs: never more tokens than the source.</param>
/// <param name="Explanation">One line of working.</param>
public sealed record SizePlan(PixelSize Source, PixelSize Target, TokenCount? SourceCount, TokenCount TargetCount, string Explanation);

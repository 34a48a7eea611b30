using MediaTokens.Rules;

namespace MediaTokens.Catalog;

/// <summary>
/// The largest size that is worth uploading to a family whose vendor does not say to what size it scales an image: this
/// catalog's own choice, not the vendor's.
/// </summary>
/// <param name="MaximumEdge">The longest side at each media resolution, in pixels; a level that is not there has no such limit.</param>
/// <param name="Note">Whose choice that is, and why these numbers.</param>
public sealed record UploadLimits(IReadOnlyDictionary<PartMediaResolution, int> MaximumEdge, string Note);

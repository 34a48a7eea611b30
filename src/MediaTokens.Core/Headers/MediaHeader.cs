namespace MediaTokens.Headers;

/// <summary>What a file's header tells without decoding anything.</summary>
/// <param name="Format">The format, from the signature.</param>
/// <param name="Size">Pixels as displayed: after orientation.</param>
/// <param name="Orientation">The EXIF orientation that was applied to <paramref name="Size"/>, 1 to 8; 1 where the format has none.</param>
/// <param name="IsAnimated">Whether the file holds more than one frame.</param>
public readonly record struct MediaHeader(MediaFormat Format, PixelSize Size, int Orientation = 1, bool IsAnimated = false);

namespace MediaTokens.Headers;

/// <summary>What a file's header tells without decoding anything.</summary>
/// <param name="Format">The format, from the signature.</param>
/// <param name="Size">Pixels as displayed: after orientation. Nothing for a PDF document, whose pages have sizes of their own.</param>
/// <param name="Orientation">The EXIF orientation that was applied to <paramref name="Size"/>, 1 to 8; 1 where the format has none.</param>
/// <param name="IsAnimated">Whether an image file holds more than one frame.</param>
/// <param name="Video">What a video's container tells besides; null for anything else.</param>
public readonly record struct MediaHeader(
    MediaFormat Format, PixelSize Size, int Orientation = 1, bool IsAnimated = false, VideoHeader? Video = null)
{
    /// <summary>The kind of media.</summary>
    public MediaType MediaType => MediaFormatNames.TypeOf(Format);
}

namespace MediaTokens.Headers;

/// <summary>The names of the formats, without making a new text each time.</summary>
internal static class MediaFormatNames
{
    private static readonly string[] Names = Enum.GetNames<MediaFormat>();

    public static string Of(MediaFormat format) => Names[(int)format];
}

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>What is in the content of a page or of a form.</summary>
/// <param name="Characters">The characters of its text, and one for each gap between words.</param>
/// <param name="HasText">Whether any character is shown.</param>
/// <param name="HasPicture">Whether a picture is drawn.</param>
/// <param name="IsComplete">Whether all of it could be read.</param>
internal readonly record struct ContentFinding(long Characters, bool HasText, bool HasPicture, bool IsComplete)
{
    public static ContentFinding Nothing { get; } = new(0, false, false, IsComplete: true);

    public static ContentFinding Unreadable { get; } = new(0, false, false, IsComplete: false);
}

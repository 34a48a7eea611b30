using System.Text;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents;
using MediaTokens.Documents.Pdf;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Reads documents made by a test and says what should come of it.</summary>
internal static class PdfReading
{
    public static PdfDocument Document(byte[] bytes, string? pages = null) =>
        PdfDocumentReader.Read(new MemorySource(bytes), pages is null ? null : PageRanges.TryParse(pages), false, CancellationToken.None);

    public static void HasPages(int count, byte[] bytes) => Assert.Equal(count, Document(bytes).PageCount);

    public static PdfFile Open(byte[] bytes) => PdfFile.Open(new MemorySource(bytes), CancellationToken.None);

    public static MediaException Fails(byte[] bytes, MediaErrorId id, string? pages = null)
    {
        MediaException exception = Assert.Throws<MediaException>(() => Document(bytes, pages));
        Assert.Equal(id, exception.Id);
        Assert.NotEmpty(exception.RecommendedAction);
        return exception;
    }

    /// <summary>The decoded bytes of an object's stream; null where they cannot be told.</summary>
    public static byte[]? Decoded(byte[] document, int number) =>
        Open(document) is var file && file.Resolve(new PdfReference(number, 0)) is PdfStream stream ? file.Decode(stream)?.ToArray() : null;

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}

using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Documents of one page: object 4 is its content, 5 the font F1 (Courier, 0.6 em), 6 the picture P1; tests add more.</summary>
internal static class PageMaker
{
    public const string Courier = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>";
    public const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 200 100]";
    public const string Picture = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";

    private const string Resources = "/Font << /F1 5 0 R /F2 10 0 R >> /XObject << /P1 6 0 R /X1 10 0 R /X2 11 0 R >>";

    /// <summary>What is read of a page with such content.</summary>
    /// <param name="content">Its operators.</param>
    /// <param name="more">Adds objects from 10 on: X1 and F2 are 10, X2 is 11.</param>
    /// <param name="resources">The entries of its resources.</param>
    public static PdfPage Read(string content, Action<PdfMaker>? more = null, string resources = Resources) =>
        ReadContents(
            "4 0 R",
            maker =>
            {
                maker.Stream(4, "", PdfReading.Latin1(content));
                more?.Invoke(maker);
            },
            resources);

    /// <summary>What is read of a page that has its content elsewhere.</summary>
    /// <param name="contents">The value of /Contents.</param>
    /// <param name="more">Adds objects.</param>
    /// <param name="resources">The entries of its resources.</param>
    public static PdfPage ReadContents(string contents, Action<PdfMaker> more, string resources = Resources)
    {
        PdfMaker maker = new PdfMaker().Catalog().Object(2, PdfMaker.Tree(3))
            .Object(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents {contents} /Resources << {resources} >> >>")
            .Object(5, Courier)
            .Stream(6, Picture, [0x80]);
        more(maker);
        return PdfDocumentReader.Read(new MemorySource(maker.Table().Bytes()), null, readsContent: true, CancellationToken.None).Pages[0];
    }

    /// <summary>The characters of a page with such text, 10 points high.</summary>
    public static int? Characters(string text, Action<PdfMaker>? more = null, string font = "F1") =>
        Read($"BT /{font} 10 Tf 12 TL {text} ET", more).Characters;
}

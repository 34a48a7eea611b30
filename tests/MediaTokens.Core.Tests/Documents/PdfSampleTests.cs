using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents;

/// <summary>The files of tests/media/pdf: pages, sizes and text as independent readers tell them, and one error id for each bad file.</summary>
public sealed class PdfSampleTests
{
    // Line ends count as one character here, and not in the list: 3 % in lines of 40.
    private const double Tolerance = 0.06;

    private const double Point = 100;

    public static TheoryData<string> Paths => new(PdfSamples.All.Select(sample => sample.Path));

    public static TheoryData<string> BadFiles => new(PdfSamples.Bad.Select(bad => bad.Name));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_has_the_pages_that_others_count(string path)
    {
        PdfSample sample = PdfSamples.Sample(path);
        PdfDocument document = Read(PdfSamples.Bytes(path));
        Assert.Equal((sample.Pages, sample.Pages), (document.PageCount, document.Pages.Count));
        PageSize size = document.Pages[0].Size;
        Assert.Equal(sample.Width, size.Width / Point, 0.01);
        Assert.Equal(sample.Height, size.Height / Point, 0.01);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_has_the_scanned_pages_that_were_put_in(string path)
    {
        PdfDocument document = Read(PdfSamples.Bytes(path));
        Assert.DoesNotContain(document.Pages, page => page.Content is null);
        Assert.Equal(PdfSamples.Sample(path).ScannedPages, document.Pages.Count(page => page.Content == PdfPageContent.Scanned));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_has_about_the_characters_that_others_extract(string path)
    {
        int told = PdfSamples.Sample(path).Characters;
        int? characters = Read(PdfSamples.Bytes(path)).Pages.Sum(page => page.Characters);
        Assert.NotNull(characters);
        Assert.InRange(characters.Value, told * (1 - Tolerance), told * (1 + Tolerance));
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_refused_under_its_id(string name)
    {
        MediaException exception = Assert.Throws<MediaException>(() => Read(PdfSamples.Bytes("bad/" + name)));
        Assert.Equal(PdfSamples.Bad.Single(bad => bad.Name == name).Id, exception.Id);
        Assert.NotEmpty(exception.Message);
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Fact]
    public void Every_file_has_a_row()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(PdfSamples.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PdfSamples.Folder, file).Replace('\\', '/'))
            .Where(file => Path.GetExtension(file) is not (".csv" or ".md"))
            .Order(StringComparer.Ordinal);
        IEnumerable<string> rows = PdfSamples.All.Select(sample => sample.Path)
            .Concat(PdfSamples.Bad.Select(bad => "bad/" + bad.Name))
            .Order(StringComparer.Ordinal);
        Assert.Equal(files, rows);
    }

    private static PdfDocument Read(byte[] bytes) =>
        PdfDocumentReader.Read(new MemorySource(bytes), null, readsContent: true, CancellationToken.None);
}

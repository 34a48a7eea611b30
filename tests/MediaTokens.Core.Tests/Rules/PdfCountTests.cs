using MediaTokens.Documents;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Gemini documents: the vendor's tables, the grid of a page, and text.</summary>
public sealed class PdfCountTests
{
    private static readonly PageSize Letter = new(61_200, 79_200);
    private static readonly PageSize A4 = new(59_528, 84_189);

    // Google, Media resolution, Token counts, column PDF. The text is not billed on Gemini 3.
    [Theory]
    [InlineData("gemini-3-pro-preview", MediaResolution.Unspecified, 560)]
    [InlineData("gemini-3-pro-preview", MediaResolution.Low, 280)]
    [InlineData("gemini-3-pro-preview", MediaResolution.Medium, 560)]
    [InlineData("gemini-3-pro-preview", MediaResolution.High, 1120)]
    [InlineData("gemini-2.5-pro", MediaResolution.Unspecified, 256)]
    [InlineData("gemini-2.5-pro", MediaResolution.Low, 64)]
    [InlineData("gemini-2.5-pro", MediaResolution.Medium, 256)]
    [InlineData("gemini-2.5-pro", MediaResolution.High, 256)]
    public void Each_page_costs_the_tables_number(string model, MediaResolution level, int perPage)
    {
        MediaTokenCost cost = Count(model, new() { MediaResolution = level }, Native(A4, 1000), Native(Letter, 600), Scanned(A4));
        Assert.Equal((3 * perPage, 3, 1, 400L), (cost.Tokens, cost.Pages, cost.ScannedPages, cost.TextTokens));
        Assert.Equal((model.StartsWith("gemini-2", StringComparison.Ordinal), true, "Pdf", "Pdf"), (cost.TextIsBilled, cost.IsEstimate, cost.MediaType, cost.Format));
        Assert.Equal((null, null, ""), (cost.Width, cost.Height, cost.Size));
    }

    [Fact]
    public void Ultra_high_is_an_error() => Cost.Fails(
        MediaErrorId.SettingNotSupported, () => Count("gemini-3-pro-preview", new() { PartMediaResolution = PartMediaResolution.UltraHigh }, Native(A4, 1)));

    // gemini-3.1-pro-preview billed 520 for a Letter page.
    [Fact]
    public void Gemini_3_bills_the_grid_of_each_page()
    {
        CostSettings billed = new() { Basis = CountBasis.Billed };
        Assert.Equal(520, Count("gemini-3.1-pro-preview", billed, Native(Letter, 0)).Tokens);
        Assert.Equal(532, Count("gemini-3.1-pro-preview", billed, Native(A4, 0)).Tokens);
        MediaTokenCost both = Count("gemini-3.1-pro-preview", billed, Native(A4, 0), Native(new(84_189, 59_528), 0), Native(Letter, 0));
        Assert.Equal((532 + 532 + 520, 3 * 560, 528m), (both.Tokens, both.DocumentedTokens, both.TokensPerUnit));
        Assert.Equal("3 pages of several shapes, 1584", both.Calculation);
        Assert.Equal(3 * 560, Count("gemini-3.1-pro-preview", new(), Native(A4, 0), Native(A4, 0), Native(Letter, 0)).Tokens);
    }

    [Fact]
    public void Text_counts_where_it_is_billed_and_asked_for()
    {
        CostSettings withText = new() { Pdf = new() { IncludeText = true } };
        MediaTokenCost billed = Count("gemini-2.5-pro", withText, Native(A4, 1001), Native(A4, 0));
        Assert.Equal((251L, 512L + 251, 251L, 512L, 512L + 251), (billed.TextTokens, billed.Tokens, billed.BaseTokens, billed.MinTokens, billed.MaxTokens));
        Assert.Contains("about 251 of text", billed.Explanation, StringComparison.Ordinal);
        MediaTokenCost free = Count("gemini-3-pro-preview", withText, Native(A4, 1001), Native(A4, 0));
        Assert.Equal((251L, 1120L, 0L, false), (free.TextTokens, free.Tokens, free.BaseTokens, free.TextIsBilled));
        Assert.Contains("not billed", free.Explanation, StringComparison.Ordinal);
        MediaTokenCost without = Count("gemini-2.5-pro", new(), Native(A4, 1001));
        Assert.Equal((251L, 256L, 256L + 251), (without.TextTokens, without.Tokens, without.MaxTokens));
        Assert.Contains("about 251, is billed on top", without.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_cannot_be_told_is_nothing_known()
    {
        Assert.Null(Count("gemini-2.5-pro", new(), new PdfPage(A4)).TextTokens);
        Assert.Null(Count("gemini-2.5-pro", new(), Scanned(A4)).TextTokens);
        Assert.Equal(0, Count("gemini-2.5-pro", new(), Native(A4, 0)).TextTokens);
        Assert.Contains("unknown", Count("gemini-2.5-pro", new(), Scanned(A4)).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_pages_are_taken_for_can_be_said()
    {
        PdfPage[] pages = [Native(A4, 400), Scanned(A4)];
        MediaTokenCost native = Count("gemini-2.5-pro", new() { Pdf = new() { Content = PdfContent.Native } }, pages);
        Assert.Equal((0, 100L), (native.ScannedPages, native.TextTokens));
        MediaTokenCost scanned = Count("gemini-2.5-pro", new() { Pdf = new() { Content = PdfContent.Scanned } }, pages);
        Assert.Equal((2, null), (scanned.ScannedPages, scanned.TextTokens));
    }

    [Fact]
    public void A_model_that_takes_no_documents_says_what_would_work()
    {
        MediaException exception = Cost.Fails(MediaErrorId.MediaTypeNotSupported, () => Count("gpt-4-turbo", new(), Native(A4, 1)));
        Assert.Equal("gpt-4-turbo does not take PDF documents: it takes images.", exception.Message);
        Assert.Contains("pages as images", exception.RecommendedAction, StringComparison.Ordinal);
    }

    // OpenAI, File inputs: the text and an image of every page; how many tokens that comes to is not published.
    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("o3")]
    [InlineData("gpt-5.4")]
    [InlineData("gpt-6-astra")]
    public void A_model_that_takes_documents_by_a_rule_that_nobody_published_says_what_is_missing(string model)
    {
        MediaException exception = Cost.Fails(MediaErrorId.RuleNotPublished, () => Count(model, new(), Native(A4, 1)));
        Assert.Equal(
            $"How {model} counts PDF documents is not published: the model gets the text and an image of every page, and neither the size at which pages are rendered nor their tokens are published.",
            exception.Message);
    }

    // Google, Document understanding: at most 1,000 pages.
    [Fact]
    public void More_pages_than_the_vendor_takes_are_remarked()
    {
        Assert.DoesNotContain("at most", Count("gemini-2.5-pro", new(), [.. Enumerable.Repeat(Native(A4, 0), 1000)]).Explanation, StringComparison.Ordinal);
        Assert.Contains("at most 1000 pages", Count("gemini-2.5-pro", new(), [.. Enumerable.Repeat(Native(A4, 0), 1001)]).Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MediaResolution.Unspecified, "Unspecified")]
    [InlineData(MediaResolution.Low, "Medium")]
    [InlineData(MediaResolution.Medium, "Medium")]
    [InlineData(MediaResolution.High, "Medium")]
    public void The_recommendation_differs_where_the_tokens_do(MediaResolution level, string recommended) =>
        Assert.Equal(recommended, Count("gemini-3-pro-preview", new() { MediaResolution = level }, Native(A4, 0)).RecommendedResolution);

    private static PdfPage Native(PageSize size, int characters) => new(size, PdfPageContent.Native, characters);

    private static PdfPage Scanned(PageSize size) => new(size, PdfPageContent.Scanned, 0);

    private static MediaTokenCost Count(string model, CostSettings settings, params PdfPage[] pages) => Cost.Plan(model, settings).Count(
        new("/papers/report.pdf", default, new MediaHeader(MediaFormat.Pdf, default), 1_000, new(pages.Length, pages)));
}

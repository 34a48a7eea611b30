using static System.FormattableString;

namespace MediaTokens.Rules;

/// <summary>Counts PDF documents at one media resolution: each page like a picture, and its text on top where the vendor bills it.</summary>
/// <remarks>Source: Google, Media resolution, Token counts; Document understanding. All of it is approximate by the vendor's own word.</remarks>
public sealed class PdfCounter
{
    private readonly PartMediaResolution _level;
    private readonly int _perPage;
    private readonly BilledCount? _billed;
    private readonly CountBasis _basis;

    internal PdfCounter(PartMediaResolution level, int perPage, bool isTextBilled, BilledCount? grid, CountBasis basis)
    {
        (_level, _perPage, IsTextBilled, _billed, _basis) = (level, perPage, isTextBilled, grid, basis);
    }

    /// <summary>The media resolution as resolved.</summary>
    public string Setting => _level.ToString();

    /// <summary>Whether the text of the pages is billed on top of them.</summary>
    public bool IsTextBilled { get; }

    /// <summary>Counts the pages of a document.</summary>
    public TokenCount Count(PdfSelection pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        long text = IsTextBilled ? pages.TextTokens ?? 0 : 0;
        long included = pages.IncludeText ? text : 0;
        PageTokens documented = new(pages.Pages, (long)pages.Pages * _perPage, _perPage);
        PageTokens grid = _billed is null ? documented : Grid(pages);
        bool isBilled = _billed?.Decides(_level, _basis) == true;
        PageTokens counted = isBilled ? grid : documented;
        string calculation = counted.Working(included);
        string beside = _billed is null ? ""
            : isBilled ? Invariant($" (documented {documented.Sum + included})")
            : Invariant($"; billed {grid.Working(included)} = {grid.Sum + included}");
        return new()
        {
            Columns = 1,
            Rows = 1,
            Units = pages.Pages,
            TokensPerUnit = counted.Each ?? decimal.Round((decimal)counted.Sum / pages.Pages, 2),
            BaseTokens = included,
            Tokens = counted.Sum + included,
            DocumentedTokens = documented.Sum + included,
            BilledTokens = _billed is null ? null : grid.Sum + included,
            MinTokens = Math.Min(documented.Sum, grid.Sum),
            MaxTokens = Math.Max(documented.Sum, grid.Sum) + text,
            IsEstimate = true,
            Basis = isBilled ? CountBasis.Billed : CountBasis.Documented,
            Calculation = calculation,
            Explanation = Invariant($"{Describe(pages)} at {_level}: {calculation} = {counted.Sum + included}{beside}{DescribeText(pages)}"),
        };
    }

    private static string Count(int pages) => Invariant($"{pages} {(pages == 1 ? "page" : "pages")}");

    private static string Describe(PdfSelection pages) =>
        Count(pages.Pages) + (pages.ScannedPages == 0 ? "" : Invariant($", {pages.ScannedPages} scanned,"));

    private PageTokens Grid(PdfSelection pages)
    {
        (int Pages, int Tokens)[] sizes = [.. pages.Sizes.Select(size => (size.Pages, BilledCount.GridTokens(new(size.Size.Width, size.Size.Height), _perPage)))];
        int[] distinct = [.. sizes.Select(size => size.Tokens).Distinct()];
        return new(pages.Pages, sizes.Sum(size => (long)size.Pages * size.Tokens), distinct is [int each] ? each : null);
    }

    private string DescribeText(PdfSelection pages)
    {
        if (!IsTextBilled)
        {
            return "; the text is not billed";
        }

        string recognized = pages.ScannedPages == 0 ? "" : "; what is recognized on scanned pages is billed on top, and unknown";
        return pages.IncludeText || pages.TextTokens is null or 0
            ? recognized
            : Invariant($"; the text, about {pages.TextTokens}, is billed on top{recognized}");
    }

    /// <summary>The tokens of all pages.</summary>
    /// <param name="Pages">How many they are.</param>
    /// <param name="Sum">Their tokens in all.</param>
    /// <param name="Each">The tokens of each; null where they differ.</param>
    private readonly record struct PageTokens(int Pages, long Sum, int? Each)
    {
        public string Working(long included)
        {
            string pages = Each is int each ? Invariant($"{Count(Pages)} x {each}") : Invariant($"{Count(Pages)} of several shapes, {Sum}");
            return included == 0 ? pages : Invariant($"{pages} + about {included} of text");
        }
    }
}

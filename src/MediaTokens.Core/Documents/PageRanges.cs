using System.Globalization;

namespace MediaTokens.Documents;

/// <summary>Pages of a document, as a user writes them: <c>1-20,35,90-</c>.</summary>
public sealed class PageRanges
{
    private readonly (int First, int Last)[] _ranges;

    private PageRanges((int First, int Last)[] ranges) => _ranges = ranges;

    /// <summary>Reads ranges: single pages, from-to, and from- for all the rest; each page counts once.</summary>
    /// <param name="text">One or several, with commas.</param>
    /// <returns>The pages; null where the text is none.</returns>
    public static PageRanges? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(int, int)> ranges = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-', 2, StringSplitOptions.TrimEntries);
            if (!TryReadPage(ends[0], out int first))
            {
                return null;
            }

            int last = first;
            if (ends.Length == 2 && ends[1].Length == 0)
            {
                last = int.MaxValue;
            }
            else if (ends.Length == 2 && (!TryReadPage(ends[1], out last) || last < first))
            {
                return null;
            }

            ranges.Add((first, last));
        }

        return new([.. ranges]);
    }

    /// <summary>Whether a page is among them.</summary>
    /// <param name="page">Its number, from 1.</param>
    public bool Contains(int page) => Array.Exists(_ranges, range => page >= range.First && page <= range.Last);

    /// <summary>The ranges as they are written.</summary>
    public override string ToString() => string.Join(',', _ranges.Select(range => range switch
    {
        (int first, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"{first}-"),
        (int first, int last) when first == last => first.ToString(CultureInfo.InvariantCulture),
        (int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{first}-{last}"),
    }));

    private static bool TryReadPage(string text, out int page) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1;
}

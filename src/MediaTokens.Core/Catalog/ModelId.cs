using System.Text.RegularExpressions;

namespace MediaTokens.Catalog;

/// <summary>Which names stand for a catalog row: its id or an alias, alone or with a version that the vendor appends.</summary>
internal static partial class ModelId
{
    /// <summary>
    /// How well <paramref name="name"/> fits <paramref name="id"/>: the length of the id when the name is that id, with or
    /// without a version behind it; otherwise 0. Anything else behind the id names another model, as in gpt-4o-mini.
    /// </summary>
    public static int Match(string name, string id, string vendor)
    {
        ReadOnlySpan<char> bare = vendor == "Google" && name.StartsWith("models/", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(7) : name;
        if (!bare.StartsWith(id, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        ReadOnlySpan<char> rest = bare[id.Length..];
        bool isVersion = rest.IsEmpty || Version().IsMatch(rest) || (vendor == "Google" && GoogleVersion().IsMatch(rest));
        return isVersion ? id.Length : 0;
    }

    /// <summary>The number of single-letter edits between two names, letters in either case being the same.</summary>
    public static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int edit = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + edit, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[right.Length];
    }

    [GeneratedRegex(@"^-(latest|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(-(preview|exp))?-([0-9]{2}-[0-9]{4}|[0-9]{2}-[0-9]{2}|[0-9]{3})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GoogleVersion();
}

using System.Text.RegularExpressions;

namespace MediaTokens.Catalog;

/// <summary>Which names stand for a catalog row: its id or an alias, alone or with a version that the vendor appends.</summary>
internal static partial class ModelId
{
    /// <summary>
    /// How well <paramref name="name"/> fits <paramref name="id"/>: the more, the longer the id is that the name is, with or
    /// without a version behind it, and then for the same separators; otherwise 0. Anything else behind the id names another
    /// model, as in gpt-4o-mini.
    /// </summary>
    /// <param name="name">A name without a platform's prefixes and suffixes.</param>
    /// <param name="id">An id or alias of a row; '.', '-' and '_' in it stand for each other.</param>
    /// <param name="vendor">The row's vendor, who has a form of versions.</param>
    public static int Match(string name, string id, string vendor)
    {
        if (!IsPrefix(id, name) || !IsVersion(name.AsSpan(id.Length), id, vendor))
        {
            return 0;
        }

        bool isSpelledSo = name.StartsWith(id, StringComparison.OrdinalIgnoreCase);
        return (2 * id.Length) + (isSpelledSo ? 1 : 0);
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

    private static bool IsPrefix(string id, string name)
    {
        if (id.Length == 0 || id.Length > name.Length)
        {
            return false;
        }

        for (int i = 0; i < id.Length; i++)
        {
            if (char.ToUpperInvariant(id[i]) != char.ToUpperInvariant(name[i]) && !(IsSeparator(id[i]) && IsSeparator(name[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSeparator(char letter) => letter is '.' or '-' or '_';

    private static bool IsVersion(ReadOnlySpan<char> rest, string id, string vendor) => rest.IsEmpty || VendorWord.Normalize(vendor) switch
    {
        "google" => Version().IsMatch(rest) || GoogleVersion().IsMatch(rest),
        "mistral" when MistralSize().IsMatch(id) => Version().IsMatch(rest) && !rest.Equals("-latest", StringComparison.OrdinalIgnoreCase),
        "mistral" => Version().IsMatch(rest) || MistralVersion().IsMatch(rest),
        "xai" => Version().IsMatch(rest) || XaiVersion().IsMatch(rest),
        "amazon" => Version().IsMatch(rest) || AmazonVersion().IsMatch(rest),
        _ => Version().IsMatch(rest),
    };

    // A day, as in gpt-4o-2024-08-06 or claude-opus-4-5-20251101.
    [GeneratedRegex(@"^-(latest|20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|20[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]))\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(-(preview|exp))?-([0-9]{2}-[0-9]{4}|[0-9]{2}-[0-9]{2}|[0-9]{3})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GoogleVersion();

    // A month, as in pixtral-large-2411.
    [GeneratedRegex(@"^-2[0-9](0[1-9]|1[0-2])\z", RegexOptions.CultureInvariant)]
    private static partial Regex MistralVersion();

    // A size alone is given to one generation after the other: mistral-small-2402 reads text, and -2603 is another model than
    // -2503. So a month behind it names the generation, and "latest" whichever is the newest by then; only an alias can tell
    // which one a row holds for.
    [GeneratedRegex(@"^((mi|magi|dev)stral-(tiny|small|medium|large)|ministral-[0-9]+b)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MistralSize();

    // A day of an unnamed year, as in grok-4-0709.
    [GeneratedRegex(@"^-(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\z", RegexOptions.CultureInvariant)]
    private static partial Regex XaiVersion();

    // Amazon's own API and OpenRouter keep what Bedrock puts behind an id: nova-lite-v1.
    [GeneratedRegex(@"^-v[0-9]{1,2}(:[0-9]{1,2})?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AmazonVersion();
}

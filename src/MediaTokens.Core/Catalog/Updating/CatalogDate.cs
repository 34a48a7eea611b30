namespace MediaTokens.Catalog.Updating;

/// <summary>The dates in catalogs' heads: a day, or a month where the day is not told.</summary>
internal static class CatalogDate
{
    /// <summary>Whether a date is surely before another; a day of a month is not before that month.</summary>
    public static bool IsOlder(string date, string other)
    {
        int length = Math.Min(date.Length, other.Length);
        return string.CompareOrdinal(date, 0, other, 0, length) < 0;
    }
}

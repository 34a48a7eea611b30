namespace MediaTokens.Catalog.Updating;

/// <summary>What an entry of a price file is of.</summary>
/// <param name="Key">The model's name in the file.</param>
/// <param name="Row">The model.</param>
/// <param name="Platform">Where it is called.</param>
/// <param name="Kind">0 for the model's id, 1 for an alias, 2 for any other name, such as one with a date.</param>
internal sealed record PriceTarget(string Key, ModelRow Row, ModelPlatform Platform, int Kind) : IComparable<PriceTarget>
{
    /// <summary>The better one is the lesser one.</summary>
    public int CompareTo(PriceTarget? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int order = Kind.CompareTo(other.Kind);
        order = order != 0 ? order : Key.Length.CompareTo(other.Key.Length);
        return order != 0 ? order : -string.CompareOrdinal(Key, other.Key);
    }
}

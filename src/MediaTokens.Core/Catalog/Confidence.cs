namespace MediaTokens.Catalog;

/// <summary>How sure a catalog row is.</summary>
public enum Confidence
{
    /// <summary>In the vendor's own documentation.</summary>
    Documented,

    /// <summary>Reported by real calls.</summary>
    Measured,

    /// <summary>Only seen in implementations.</summary>
    Implementation,

    /// <summary>An approximation.</summary>
    Estimate,
}

namespace MediaTokens.Headers;

/// <summary>What the rotations and mirrorings so far amount to: a mirroring left to right or none, then quarter turns.</summary>
internal readonly record struct HeifTurn
{
    private HeifTurn(bool mirrored, int quarters) => (Mirrored, Quarters) = (mirrored, quarters & 3);

    /// <summary>Whether left and right are exchanged first.</summary>
    private bool Mirrored { get; }

    /// <summary>Quarter turns counter-clockwise after that, 0 to 3.</summary>
    private int Quarters { get; }

    /// <summary>Whether width and height are exchanged.</summary>
    public bool IsSideways => (Quarters & 1) != 0;

    /// <summary>The EXIF orientation that has the same effect, 1 to 8.</summary>
    public int Orientation => (Mirrored, Quarters) switch
    {
        (false, 0) => 1,
        (false, 1) => 8,
        (false, 2) => 3,
        (false, _) => 6,
        (true, 0) => 2,
        (true, 1) => 5,
        (true, 2) => 4,
        (true, _) => 7,
    };

    public HeifTurn Rotate(int quarters) => new(Mirrored, Quarters + quarters);

    /// <summary>Exchanges left and right, or else top and bottom, which is the same and a half turn.</summary>
    public HeifTurn Mirror(bool leftAndRight) => new(!Mirrored, (leftAndRight ? 0 : 2) - Quarters);
}

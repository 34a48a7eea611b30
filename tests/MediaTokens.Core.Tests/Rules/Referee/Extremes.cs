namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>Lines, and the sides around which some rule changes, up to the largest that there is.</summary>
internal static class Extremes
{
    private static readonly long[] Sides =
    [
        1, 2, 3, 31, 32, 33, 255, 256, 257, 280, 281, 384, 385, 511, 512, 513, 560, 767, 768, 769, 1120, 1121, 2047, 2048, 2049,
        2240, 2241, 4096, 6000, 6001, 32_767, 65_534, 65_535, 65_536, 1 << 20, (1 << 24) + 1, 1 << 30, Sizes.Most - 1, Sizes.Most,
    ];

    /// <summary>1 x N, N x 1, and every pair of these sides.</summary>
    public static IEnumerable<(long Width, long Height)> All { get; } =
        [.. Sides.SelectMany(width => Sides.Select(height => (width, height))), .. Lines];

    private static IEnumerable<(long Width, long Height)> Lines =>
        Enumerable.Range(1, 1_100).SelectMany(length => new[] { (1L, (long)length), (length, 1L) });
}

using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>Plans through the public surface, and sizes to plan.</summary>
internal static class Plans
{
    private static readonly long[] Edges =
    [
        1, 2, 31, 32, 33, 255, 256, 257, 383, 384, 385, 511, 512, 513, 767, 768, 769, 1024, 1152,
        1535, 1536, 1537, 2047, 2048, 2049, 3071, 3072, 3073, 4096, 6400, 8192, 20_000,
    ];

    /// <summary>Every pair of sides near which a rule changes, and seeded sizes of any shape.</summary>
    public static IReadOnlyList<PixelSize> Sizes { get; } =
        [.. Edges.SelectMany(_ => Edges, (width, height) => Size((width, height))), .. Rules.Referee.Sizes.Random(20_261_122, 2_000).Select(Size)];

    public static SizePlanner Planner(string model, CostSettings settings, SizeOptions? options = null, ModelCatalog? catalog = null) =>
        SizePlanner.Create(new(model, (catalog ?? ModelCatalog.Default).Resolve(model)), settings, options ?? new());

    public static SizePlanner Planner(Counters trial, SizeOptions? options = null) => Planner(trial.Model.Id, trial.Settings, options);

    public static SizePlan Of(string model, string size, ImageDetail? detail = null, SizeOptions? options = null) =>
        Planner(model, new() { Detail = detail }, options).Plan(Size(size));

    public static PixelSize Size(string size)
    {
        string[] sides = size.Split('x');
        return new(int.Parse(sides[0], null), int.Parse(sides[1], null));
    }

    /// <summary>The shape restated: the short side as the nearest pixel, halves up, and at least 1.</summary>
    public static PixelSize Shape(PixelSize source, int longSide)
    {
        decimal exact = (decimal)source.ShortSide * longSide / source.LongSide;
        int shortSide = Math.Max(1, (int)decimal.Round(exact, MidpointRounding.AwayFromZero));
        return source.Width >= source.Height ? new(longSide, shortSide) : new(shortSide, longSide);
    }

    private static PixelSize Size((long Width, long Height) size) => new((int)size.Width, (int)size.Height);
}

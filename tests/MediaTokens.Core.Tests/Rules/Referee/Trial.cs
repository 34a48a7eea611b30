using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>One model at one setting, and the restated rule that it must follow.</summary>
internal sealed record Trial(string Model, string Setting, CostPlan Plan, object Key, Func<long, long, Ruling> Rule)
{
    /// <summary>Every OpenAI model at every detail that its page gives it.</summary>
    public static IReadOnlyList<Trial> OpenAI { get; } = [.. Tables.Tiles.SelectMany(Tiles), .. Tables.Patches.SelectMany(row => Patches(row.Key, row.Value))];

    /// <summary>OpenAI models by editions of the page that a later one replaced.</summary>
    public static IReadOnlyList<Trial> Earlier { get; } =
        [.. Tables.EarlierPatches.SelectMany(row => Patches(row.Model, row.Profile, ModelCatalog.Load(null, DateOnly.Parse(row.Day, CultureInfo.InvariantCulture))))];

    /// <summary>Every Gemini model at every level, on either basis.</summary>
    public static IReadOnlyList<Trial> Gemini { get; } =
    [
        .. Tables.Gemini3.SelectMany(Three), .. Tables.Gemini25.SelectMany(TwoFive), .. ThreeImage(),
        .. Older("gemini-2.0-flash"), .. Older("gemini-2.0-flash-lite"), .. Older("gemini-1.5-pro"), .. Older("gemini-1.5-flash"),
    ];

    /// <summary>Every model of another vendor, and OpenAI's image models, at every setting.</summary>
    public static IReadOnlyList<Trial> Others { get; } = [.. OtherTables.Trials()];

    /// <summary>Counts a size by the rule once, and compares every trial that shares the rule.</summary>
    public static void Compare(IReadOnlyList<Trial> trials, IEnumerable<(long Width, long Height)> sizes)
    {
        IGrouping<object, Trial>[] groups = [.. trials.GroupBy(trial => trial.Key)];
        foreach ((long width, long height) in sizes)
        {
            foreach (IGrouping<object, Trial> group in groups)
            {
                Ruling ruling = group.First().Rule(width, height);
                foreach (Trial trial in group)
                {
                    Verdict.Check(trial, width, height, ruling);
                }
            }
        }
    }

    /// <summary>The trials of one model.</summary>
    public static IReadOnlyList<Trial> Of(string model) => [.. OpenAI.Concat(Gemini).Concat(Others).Where(trial => trial.Model == model)];

    public override string ToString() => $"{Model} at {Setting}";

    private static IEnumerable<Trial> Tiles(KeyValuePair<string, TileProfile> row)
    {
        (string model, TileProfile profile) = row;
        yield return OfDetail(model, ImageDetail.Low, (w, h) => TileReferee.Low(w, h, profile), profile);
        yield return OfDetail(model, ImageDetail.High, (w, h) => TileReferee.High(w, h, profile), profile);
        yield return OfDetail(model, ImageDetail.Auto, (w, h) => TileReferee.Auto(TileReferee.High(w, h, profile), profile), profile);
    }

    private static IEnumerable<Trial> Patches(string model, PatchProfile profile, ModelCatalog? catalog = null)
    {
        Trial Sized(ImageDetail detail, PatchSizing sizing) => new(
            model,
            detail.ToString(),
            Cost.Plan(model, new() { Detail = detail }, catalog),
            (sizing, profile.Hundredths, profile.IsRefusedAboveLimit),
            (w, h) => PatchReferee.Count(w, h, sizing, profile.Hundredths, profile.IsRefusedAboveLimit));
        yield return Sized(ImageDetail.Low, profile.Low);
        yield return Sized(ImageDetail.High, profile.High);
        yield return Sized(ImageDetail.Auto, profile.AutoIsOriginal ? profile.Original! : profile.High);
        if (profile.Original is not null)
        {
            yield return Sized(ImageDetail.Original, profile.Original);
        }
    }

    private static Trial OfDetail(string model, ImageDetail detail, Func<long, long, Ruling> rule, TileProfile profile) =>
        new(model, detail.ToString(), Cost.Plan(model, new() { Detail = detail }), (profile, detail), rule);

    private static IEnumerable<Trial> Three(string model)
    {
        foreach ((string level, long tokens) in Tables.Image3)
        {
            CostSettings documented = Asking(level), billed = documented with { Basis = CountBasis.Billed };
            yield return new(model, level, Cost.Plan(model, documented), (tokens, "table"), (w, h) => GeminiReferee.Three(w, h, tokens));
            yield return new(model, level + " as billed", Cost.Plan(model, billed), (tokens, "grid"), (w, h) => GeminiReferee.ThreeBilled(w, h, tokens));
        }
    }

    private static IEnumerable<Trial> TwoFive(string model)
    {
        foreach (string level in Tables.Image25.Keys)
        {
            foreach (CountBasis basis in Enum.GetValues<CountBasis>())
            {
                CostSettings settings = Asking(level) with { Basis = basis };
                yield return new(model, $"{level} {basis}", Cost.Plan(model, settings), level, (w, h) => GeminiReferee.TwoFive(w, h, level));
            }
        }
    }

    private static IEnumerable<Trial> ThreeImage() => Enum.GetValues<CountBasis>().Select(basis => new Trial(
        "gemini-3-pro-image",
        $"Unspecified {basis}",
        Cost.Plan("gemini-3-pro-image", new() { Basis = basis }),
        "image model",
        (w, h) => GeminiReferee.Three(w, h, 560)));

    private static IEnumerable<Trial> Older(string model)
    {
        bool isClamped = model.StartsWith("gemini-1.5", StringComparison.Ordinal);
        foreach ((string level, (long unit, bool pansAndScans)) in Tables.Image20.Where(level => !isClamped || level.Key == "Unspecified"))
        {
            yield return new(
                model, level, Cost.Plan(model, Asking(level)), (unit, pansAndScans, isClamped), (w, h) => GeminiReferee.Older(w, h, unit, pansAndScans, isClamped));
        }
    }

    private static CostSettings Asking(string level) => level == "UltraHigh"
        ? new() { PartMediaResolution = PartMediaResolution.UltraHigh }
        : new() { MediaResolution = Enum.Parse<MediaResolution>(level) };
}

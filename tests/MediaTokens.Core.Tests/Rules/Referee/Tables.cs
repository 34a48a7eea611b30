namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>The vendors' tables, copied from the pages and not from the catalog.</summary>
internal static class Tables
{
    /// <summary>OpenAI, Images and vision, "Calculating costs", tile-based models; the legacy rows by the Vision guide.</summary>
    public static readonly IReadOnlyDictionary<string, TileProfile> Tiles = new Dictionary<string, TileProfile>
    {
        ["gpt-4o"] = new(85, 170),
        ["chatgpt-4o-latest"] = new(85, 170),
        ["gpt-4.1"] = new(85, 170),
        ["gpt-4.5-preview"] = new(85, 170, AutoIsStated: false),
        ["gpt-4-turbo"] = new(85, 170, AutoIsStated: false),
        ["gpt-4-vision-preview"] = new(85, 170, AutoIsStated: false),
        ["gpt-4o-mini"] = new(2833, 5667),
        ["gpt-5"] = new(70, 140),
        ["gpt-5.1"] = new(70, 140),
        ["gpt-5-chat-latest"] = new(70, 140),
        ["o1"] = new(75, 150),
        ["o1-pro"] = new(75, 150),
        ["o3"] = new(75, 150),
        ["computer-use-preview"] = new(65, 129, AutoIsStated: false),
    };

    /// <summary>
    /// OpenAI, Images and vision, "Calculating costs", patch-based models: 2,500, 6,144 and 10,000 patches; for the four models
    /// that the current edition leaves out, the 1,536 patches and 2,048 px of the earlier one with the current multiplier, or
    /// the 6,144 patches of the current one.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, PatchProfile> Patches = new Dictionary<string, PatchProfile>
    {
        ["gpt-6-astra"] = new(120, new(512), new(65_535, 2500), new(65_535), AutoIsOriginal: true),
        ["gpt-5.6-sol"] = new(120, new(512), new(2048, 2500), new(65_535), AutoIsOriginal: true),
        ["gpt-5.6-terra"] = new(120, new(512), new(2048, 2500), new(65_535), AutoIsOriginal: true),
        ["gpt-5.6-luna"] = new(120, new(512), new(2048, 2500), new(65_535), AutoIsOriginal: true),
        ["gpt-5.5"] = new(120, new(512), new(2048, 2500), new(6000, 10_000), AutoIsOriginal: true),
        ["gpt-5.4"] = new(120, new(2048, 6144), new(2048, 2500), new(6000, 10_000)),
        ["gpt-5.4-mini"] = new(120, new(2048, 6144), new(2048, 2500), new(6000, 10_000)),
        ["gpt-5.4-nano"] = new(120, new(2048, 6144), new(2048, 2500), new(6000, 10_000)),
        ["gpt-5.2"] = new(120, new(2048, 6144), new(2048, 6144)),
        ["gpt-4.1-mini"] = new(162, new(2048, 6144), new(2048, 6144)),
        ["gpt-5-mini"] = new(120, new(2048, 1536, 6144), new(2048, 1536, 6144)),
        ["gpt-5-nano"] = new(150, new(2048, 1536, 6144), new(2048, 1536, 6144)),
        ["gpt-4.1-nano"] = new(246, new(2048, 1536, 6144), new(2048, 1536, 6144)),
        ["o4-mini"] = new(172, new(2048, 1536, 6144), new(2048, 1536, 6144)),
    };

    /// <summary>
    /// The same page in earlier editions: 1,536 patches and 2,048 px with the multipliers of then, on a day between the model's
    /// release and 2026-08-28; and before 2026-09 without a limit above which an image is refused.
    /// </summary>
    public static readonly IReadOnlyList<(string Model, string Day, PatchProfile Profile)> EarlierPatches =
    [
        ("gpt-4.1-mini", "2025-04-14", new(162, new(2048, 1536), new(2048, 1536))),
        ("gpt-4.1-mini", "2026-08-27", new(162, new(2048, 1536), new(2048, 1536))),
        ("gpt-4.1-nano", "2026-03-01", new(246, new(2048, 1536), new(2048, 1536))),
        ("gpt-5-mini", "2026-03-01", new(162, new(2048, 1536), new(2048, 1536))),
        ("gpt-5-nano", "2026-03-01", new(246, new(2048, 1536), new(2048, 1536))),
        ("gpt-5.4-mini", "2026-03-17", new(162, new(2048, 1536), new(2048, 1536))),
        ("gpt-5.4-nano", "2026-03-17", new(246, new(2048, 1536), new(2048, 1536))),
        ("o4-mini", "2025-04-16", new(172, new(2048, 1536), new(2048, 1536))),
        ("gpt-5.6-sol", "2026-08-31", new(120, new(512), new(2048, 2500), new(65_535), AutoIsOriginal: true, IsRefusedAboveLimit: false)),
    ];

    /// <summary>Google, Image understanding: 258 a crop on Gemini 2.0, without a clamp; the levels of its SDK with 2 tokens more.</summary>
    public static readonly IReadOnlyDictionary<string, (long Tokens, bool PansAndScans)> Image20 = new Dictionary<string, (long Tokens, bool PansAndScans)>
    {
        ["Unspecified"] = (258, true), ["Low"] = (66, false), ["Medium"] = (258, false), ["High"] = (258, true),
    };

    /// <summary>Google, Media resolution, "Gemini 3 models".</summary>
    public static readonly IReadOnlyList<string> Gemini3 =
    [
        "gemini-3.8-flash", "gemini-3.7-flash", "gemini-3.6-flash", "gemini-3.5-flash", "gemini-3.5-flash-lite",
        "gemini-3.1-pro-preview", "gemini-3.1-flash-lite", "gemini-3-pro-preview", "gemini-3-flash-preview",
    ];

    /// <summary>Google, Media resolution, "Gemini 2.5 models".</summary>
    public static readonly IReadOnlyList<string> Gemini25 = ["gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.5-flash-lite"];

    /// <summary>Tokens of an image on Gemini 3, per level.</summary>
    public static readonly IReadOnlyDictionary<string, long> Image3 = new Dictionary<string, long>
    {
        ["Unspecified"] = 1120, ["Low"] = 280, ["Medium"] = 560, ["High"] = 1120, ["UltraHigh"] = 2240,
    };

    /// <summary>Tokens of an image on Gemini 2.5, per level, and whether pan and scan comes on top.</summary>
    public static readonly IReadOnlyDictionary<string, (long Tokens, bool PansAndScans)> Image25 = new Dictionary<string, (long Tokens, bool PansAndScans)>
    {
        ["Unspecified"] = (256, true), ["Low"] = (64, false), ["Medium"] = (256, false), ["High"] = (256, true),
    };
}

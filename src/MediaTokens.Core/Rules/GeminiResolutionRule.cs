using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// Gemini's media resolution: a documented number of tokens for each image, video frame or PDF page at each level,
/// with crops on top where the family pans and scans, and what was measured beside it.
/// </summary>
/// <remarks>
/// Source: Google, Media resolution, "Token counts" and "Per-part media resolution". The document calls every count
/// approximate, so a result is an estimate. A part's setting wins over the global one.
/// </remarks>
public sealed record GeminiResolutionRule : TokenRule
{
    /// <summary>The documented tokens of one unit, by kind of media and level.</summary>
    public required IReadOnlyDictionary<MediaType, IReadOnlyDictionary<PartMediaResolution, int>> Tokens { get; init; }

    /// <summary>Whether single parts can be set apart: Gemini 3 only.</summary>
    public required bool PerPart { get; init; }

    /// <summary>The crops that the family adds to an image; null where it adds none.</summary>
    public PanAndScan? PanAndScan { get; init; }

    /// <summary>What a second of video costs besides its frames; null where the family takes none.</summary>
    public VideoRates? Video { get; init; }

    /// <summary>Whether the text of PDF pages is billed on top of them.</summary>
    public bool PdfTextIsBilled { get; init; }

    // What holds for frames and pages too: a flat count was measured on images alone.
    private BilledCount? BilledGrid => Billed?.Method == BilledMethod.Grid ? Billed : null;

    /// <inheritdoc/>
    public override string Name => "GeminiResolution";

    /// <inheritdoc/>
    public override RuleSetting Setting => RuleSetting.MediaResolution;

    /// <inheritdoc/>
    public override string BilledBy => "media resolution";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Settings => [.. Enum.GetNames<MediaResolution>().Where(IsCounted)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartSettings => PerPart ? [.. Enum.GetNames<PartMediaResolution>().Where(IsCounted)] : [];

    /// <inheritdoc/>
    public override string Describe()
    {
        IEnumerable<string> media = Tokens.OrderBy(pair => pair.Key).Select(pair => string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Key}: {string.Join(", ", pair.Value.OrderBy(level => level.Key).Select(level => $"{level.Key} {level.Value}"))}"));
        string bound = PanAndScan?.AdditionalTokens is int most ? string.Create(CultureInfo.InvariantCulture, $"up to {most}") : "crops";
        string crops = PanAndScan is null ? "" : $"; pan and scan adds {bound} at {string.Join(" and ", PanAndScan.Levels)}";
        string sound = Video is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; sound {Video.AudioTokensPerSecond} a second");
        return string.Join("; ", media) + crops + sound;
    }

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (PartMediaResolution level, int tokens) = Resolve(model, settings, MediaType.Image, "images");
        PanAndScan? crops = PanAndScan?.Levels.Contains(level) == true ? PanAndScan : null;
        BilledCount? billed = Billed?.Decides(level, settings.Basis) == true ? Billed : null;
        return new(
            level.ToString(),
            SizeChangesTokens: billed is null && crops is not null,
            size => Count(size, level, tokens, crops, settings.Basis),
            size => billed?.CountTokens(size, level, tokens) ?? crops?.CountTokens(size, tokens) ?? tokens);
    }

    /// <inheritdoc/>
    public override VideoCounter BindVideo(string model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (PartMediaResolution level, int tokens) = Resolve(model, settings, MediaType.Video, "videos");
        return new(level, tokens, Video ?? new(0, 0, 0), BilledGrid, settings.Basis);
    }

    /// <inheritdoc/>
    public override PdfCounter BindPdf(string model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (PartMediaResolution level, int tokens) = Resolve(model, settings, MediaType.Pdf, "PDF documents");
        return new(level, tokens, PdfTextIsBilled, BilledGrid, settings.Basis);
    }

    /// <summary>Whether two levels cost the same for a kind of media, crops of images included.</summary>
    internal bool CostsTheSame(MediaType media, string level, string other) =>
        Enum.TryParse(level, out PartMediaResolution one) && Enum.TryParse(other, out PartMediaResolution two)
        && Tokens.TryGetValue(media, out var levels)
        && levels.TryGetValue(one, out int tokens) && levels.TryGetValue(two, out int otherTokens) && tokens == otherTokens
        && (media != MediaType.Image || PanAndScan is null || PanAndScan.Levels.Contains(one) == PanAndScan.Levels.Contains(two));

    private bool IsCounted(string level) => Tokens.Values.Any(levels => levels.ContainsKey(Enum.Parse<PartMediaResolution>(level)));

    private (PartMediaResolution Level, int Tokens) Resolve(string model, CostSettings settings, MediaType media, string name)
    {
        PartMediaResolution part = settings.PartMediaResolution ?? PartMediaResolution.Unspecified;
        if (part != PartMediaResolution.Unspecified && !PerPart)
        {
            throw NotSupported(model, "a media resolution for single parts", "only Gemini 3 models do", "Use -MediaResolution, which sets the whole request.");
        }

        PartMediaResolution level = part != PartMediaResolution.Unspecified
            ? part
            : (PartMediaResolution)(settings.MediaResolution ?? MediaResolution.Unspecified);
        return Tokens.TryGetValue(media, out var levels) && levels.TryGetValue(level, out int tokens)
            ? (level, tokens)
            : throw NotSupported(model, $"media resolution {level} for {name}", "the vendor gives no count for it", "Choose another level.");
    }

    private TokenCount Count(PixelSize size, PartMediaResolution level, int perImage, PanAndScan? crops, CountBasis basis)
    {
        TokenCount documented = crops is not null
            ? crops.Count(size, perImage)
            : new()
            {
                Columns = 1,
                Rows = 1,
                Units = 1,
                TokensPerUnit = perImage,
                Tokens = perImage,
                DocumentedTokens = perImage,
                MinTokens = perImage,
                MaxTokens = perImage,
                IsEstimate = true,
                Calculation = string.Create(CultureInfo.InvariantCulture, $"1 image x {perImage}"),
                Explanation = string.Create(CultureInfo.InvariantCulture, $"{size}, an image at {level}: {perImage}"),
            };
        return Billed is null ? documented : Billed.Combine(size, level, perImage, documented, basis);
    }
}

namespace MediaTokens.Rules;

/// <summary>How one family of models turns a size in pixels into tokens; the constants come from the catalog.</summary>
public abstract record TokenRule
{
    /// <summary>The rule's name, as the catalog and the results give it.</summary>
    public abstract string Name { get; }

    /// <summary>The setting of a request that the rule reads.</summary>
    public virtual RuleSetting Setting => RuleSetting.None;

    /// <summary>Whether the rule reads OpenAI's <c>detail</c>.</summary>
    public bool UsesDetail => Setting == RuleSetting.Detail;

    /// <summary>Whether the rule reads Gemini's <c>media_resolution</c>.</summary>
    public bool UsesResolution => Setting == RuleSetting.MediaResolution;

    /// <summary>What the model is billed by, for messages.</summary>
    public abstract string BilledBy { get; }

    /// <summary>Whether a row or a column of tiles is saved where a little of the size is given up.</summary>
    public virtual bool HasTiles => false;

    /// <summary>The values of the model's own setting that it accepts; empty where it has none.</summary>
    public virtual IReadOnlyList<string> Settings => [];

    /// <summary>The values that a single part accepts; empty where parts cannot be set apart.</summary>
    public virtual IReadOnlyList<string> PartSettings => [];

    /// <summary>What was measured on real calls; null where nothing was.</summary>
    public BilledCount? Billed { get; init; }

    /// <summary>One line that names every constant of the rule.</summary>
    public abstract string Describe();

    /// <summary>Fixes the settings once, so that counting a size is arithmetic only.</summary>
    /// <param name="model">The model's name, for messages.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <returns>The counter for images at these settings.</returns>
    /// <exception cref="MediaException"><see cref="MediaErrorId.SettingNotSupported"/>: the model does not have that value.</exception>
    public abstract ImageCounter Bind(string model, CostSettings settings);

    /// <summary>Fixes the settings for videos.</summary>
    /// <param name="model">The model's name, for messages.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.SettingNotSupported"/>: the vendor gives no count for videos at that value.
    /// <see cref="MediaErrorId.MediaTypeNotSupported"/>: the rule counts no videos.
    /// </exception>
    public virtual VideoCounter BindVideo(string model, CostSettings settings) => throw NoRule(model, "videos");

    /// <summary>Fixes the settings for PDF documents.</summary>
    /// <param name="model">The model's name, for messages.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.SettingNotSupported"/>: the vendor gives no count for pages at that value.
    /// <see cref="MediaErrorId.MediaTypeNotSupported"/>: the rule counts no pages.
    /// </exception>
    public virtual PdfCounter BindPdf(string model, CostSettings settings) => throw NoRule(model, "PDF documents");

    private MediaException NoRule(string model, string media) => new(
        MediaErrorId.MediaTypeNotSupported,
        $"{model} is counted by {BilledBy}, which gives no count for {media}.",
        "Choose another model; Get-MediaTokenModel shows what each one takes.");

    private protected static MediaException NotSupported(string model, string setting, string reason, string action) =>
        new(MediaErrorId.SettingNotSupported, $"{model} does not have {setting}: {reason}.", action);
}

/// <summary>A rule with its settings fixed.</summary>
/// <param name="Setting">The setting as resolved: what <c>Auto</c> or a part's setting came to; empty where the model has none.</param>
/// <param name="SizeChangesTokens">
/// Whether a smaller image of the same shape can cost less; false where all sizes cost the same, or the shape alone decides.
/// </param>
/// <param name="Count">Counts an image of a size in pixels, after orientation.</param>
/// <param name="Tokens">
/// The tokens of <paramref name="Count"/> alone, without the working, for whoever tries many sizes; null where the vendor
/// refuses the size.
/// </param>
public sealed record ImageCounter(string Setting, bool SizeChangesTokens, Func<PixelSize, TokenCount> Count, Func<PixelSize, long?> Tokens);

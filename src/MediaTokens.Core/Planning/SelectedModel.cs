using MediaTokens.Catalog;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>A model that was asked for.</summary>
/// <param name="Name">The name as the user wrote it, or the row's id where the user wrote a pattern.</param>
/// <param name="Row">The catalog row that it stands for.</param>
public sealed record SelectedModel(string Name, ModelRow Row)
{
    /// <summary>Refuses a setting that is another vendor's.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.SettingNotSupported"/>.</exception>
    internal void RefuseForeignSetting(CostSettings settings)
    {
        bool usesDetail = Row.Family.Rule.UsesDetail;
        if (usesDetail ? settings.HasResolution : settings.Detail is not null)
        {
            throw new MediaException(
                MediaErrorId.SettingNotSupported,
                usesDetail ? $"{Name} has no media resolution: its setting is detail." : $"{Name} has no detail: its setting is media resolution.",
                usesDetail ? "Use -Detail with this model." : "Use -MediaResolution with this model.");
        }
    }

    /// <summary>Fixes the settings for images.</summary>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.MediaTypeNotSupported"/>: the model does not take images.
    /// <see cref="MediaErrorId.SettingNotSupported"/>: it does not have that value of its setting.
    /// </exception>
    internal ImageCounter Bind(CostSettings settings) => Row.Family.Media.Contains(MediaType.Image)
        ? Row.Family.Rule.Bind(Name, settings)
        : throw NotTaken(Name, Row, MediaType.Image);

    /// <summary>The failure that the model does not take a kind of media.</summary>
    internal static MediaException NotTaken(string name, ModelRow row, MediaType media) => new(
        MediaErrorId.MediaTypeNotSupported,
        $"{name} does not take {Plural(media)}: it takes {string.Join(" and ", row.Family.Media.Select(Plural))}.",
        media switch
        {
            MediaType.Video => "Choose a model that takes videos, as Gemini does, or send single frames as images; Get-MediaTokenModel shows what each one takes.",
            MediaType.Pdf => "Choose a model that takes PDF documents, as Gemini does, or send the pages as images; Get-MediaTokenModel shows what each one takes.",
            _ => "Choose another model; Get-MediaTokenModel shows what each one takes.",
        });

    private static string Plural(MediaType media) => media switch
    {
        MediaType.Video => "videos",
        MediaType.Pdf => "PDF documents",
        _ => "images",
    };
}

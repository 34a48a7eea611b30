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
        : throw new MediaException(
            MediaErrorId.MediaTypeNotSupported,
            $"{Name} does not take images: it takes {string.Join(", ", Row.Family.Media)}.",
            "Choose another model; Get-MediaTokenModel shows what each one takes.");
}

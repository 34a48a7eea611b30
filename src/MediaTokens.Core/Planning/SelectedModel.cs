using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>A model that was asked for.</summary>
/// <param name="Name">The name as the user wrote it, or the row's id where the user wrote a pattern.</param>
/// <param name="Row">The catalog row that it stands for.</param>
public sealed record SelectedModel(string Name, ModelRow Row)
{
    /// <summary>Where the model is called, told by its name.</summary>
    public ModelPlatform Platform { get; private init; } = ModelName.Parse(Name).Platform;

    /// <summary>The model that a deployment runs; null where the name is no deployment's.</summary>
    public string? BaseModel { get; private init; }

    /// <summary>Whether a pattern brought the model along, so that what it lacks leaves it out without a word.</summary>
    public bool IsFromPattern { get; init; }

    /// <summary>The largest image file, in bytes; null where no limit is published.</summary>
    internal long? MaximumBytes => Row.Family.Limits.PlatformBytes.TryGetValue(Platform, out long bytes) ? bytes : Row.Family.Limits.MaximumBytes;

    /// <summary>The model that a name stands for, or a deployment that runs it.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="name">An id, or the name of a deployment.</param>
    /// <param name="baseModel">The model that the deployment runs; null where the name is an id.</param>
    /// <exception cref="MediaException">UnknownModel, NotYetPublished.</exception>
    public static SelectedModel Resolve(ModelCatalog catalog, string name, string? baseModel = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return string.IsNullOrEmpty(baseModel)
            ? new(name, catalog.Resolve(name))
            : new(name, catalog.Resolve(baseModel)) { BaseModel = baseModel, Platform = ModelName.Parse(name).Platform is var told and not ModelPlatform.Vendor ? told : ModelPlatform.Azure };
    }

    /// <summary>Refuses a setting that is another vendor's.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.SettingNotSupported"/>.</exception>
    internal void RefuseForeignSetting(CostSettings settings)
    {
        RuleSetting own = Row.Family.Rule.Setting;
        foreach (RuleSetting other in Given(settings))
        {
            if (other != own)
            {
                throw new MediaException(
                    MediaErrorId.SettingNotSupported,
                    $"{Name} has no {Words(other)}: {(own == RuleSetting.None ? "it has no such setting" : $"its setting is {Words(own)}")}.",
                    own == RuleSetting.None ? $"Leave out -{other}." : $"Use -{own} with this model.");
            }
        }
    }

    /// <summary>Refuses more images in one request than the vendor takes.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.LimitExceeded"/>.</exception>
    internal void RefuseTooMany(int images)
    {
        if (images > Row.Family.Limits.MaximumImages)
        {
            throw new MediaException(
                MediaErrorId.LimitExceeded,
                string.Create(CultureInfo.InvariantCulture, $"{Name} takes at most {Row.Family.Limits.MaximumImages} images in one request, not {images}."),
                "Send the images in several requests.");
        }
    }

    /// <summary>The settings that are asked for.</summary>
    internal static List<RuleSetting> Given(CostSettings settings)
    {
        List<RuleSetting> given = [];
        if (settings.Detail is not null)
        {
            given.Add(RuleSetting.Detail);
        }

        if (settings.HasResolution)
        {
            given.Add(RuleSetting.MediaResolution);
        }

        if (settings.InputFidelity is not null)
        {
            given.Add(RuleSetting.InputFidelity);
        }

        return given;
    }

    /// <summary>Fixes the settings for images.</summary>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.MediaTypeNotSupported"/>: the model does not take images.
    /// <see cref="MediaErrorId.SettingNotSupported"/>: it does not have that value of its setting.
    /// </exception>
    internal ImageCounter Bind(CostSettings settings) => Row.Family.Media.Contains(MediaType.Image)
        ? Row.Family.Rule.Bind(Name, settings)
        : throw NotTaken(Name, Row, MediaType.Image);

    /// <summary>The failure that the model does not take a kind of media, or that nobody published how it counts it.</summary>
    internal static MediaException NotTaken(string name, ModelRow row, MediaType media) => row.Family.Uncounted.TryGetValue(media, out string? missing)
        ? new(
            MediaErrorId.RuleNotPublished,
            $"How {name} counts {Plural(media)} is not published: {missing}.",
            "Choose another model, or send the pages or frames as images; Get-MediaTokenModel shows what each one takes.")
        : new(
        MediaErrorId.MediaTypeNotSupported,
        $"{name} does not take {Plural(media)}: it takes {(row.Family.Media.Count == 0 ? "text alone" : string.Join(" and ", row.Family.Media.Select(Plural)))}.",
        media switch
        {
            MediaType.Video => "Choose a model that takes videos, as Gemini does, or send single frames as images; Get-MediaTokenModel shows what each one takes.",
            MediaType.Pdf => "Choose a model that takes PDF documents, as Gemini does, or send the pages as images; Get-MediaTokenModel shows what each one takes.",
            _ => "Choose another model; Get-MediaTokenModel shows what each one takes.",
        });

    private static string Words(RuleSetting setting) => setting switch
    {
        RuleSetting.Detail => "detail",
        RuleSetting.MediaResolution => "media resolution",
        _ => "input fidelity",
    };

    private static string Plural(MediaType media) => media switch
    {
        MediaType.Video => "videos",
        MediaType.Pdf => "PDF documents",
        _ => "images",
    };
}

using System.Globalization;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>
/// Holds files against what a vendor takes: format, animation, length, patches, a name that says what is inside, and a
/// container that is whole. Nothing is decoded: damage within the pixels of a whole container is not found.
/// </summary>
public sealed class VisionTester
{
    private readonly SelectedModel _model;
    private readonly CostSettings _settings;
    private readonly CostPlan _plan;

    /// <summary>Fixes the model and its settings.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <exception cref="MediaException">The model does not take images, does not have a setting, or not that value of it.</exception>
    public VisionTester(SelectedModel model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        (_model, _settings) = (model, settings);
        _plan = CostPlan.CreateAll([model], settings, (_, exception) => throw exception)[0];
    }

    /// <summary>Tests one file.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MediaException">There is no file, or it cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public MediaVisionTest Test(string path, CancellationToken cancellationToken)
    {
        try
        {
            using FileSource file = new(path);
            MediaHeader header = MediaHeaderReader.Read(file);
            return Judge(path, header, file.Length, FindDamage(file, header, cancellationToken));
        }
        catch (MediaException exception) when (IsOfContent(exception.Id))
        {
            return new()
            {
                Path = path,
                Model = _model.Name,
                Problems = [exception.Message],
                Recommendation = exception.RecommendedAction,
                Bytes = FileStamp.Of(path).Length,
            };
        }
    }

    private static bool IsOfContent(MediaErrorId id) => id is MediaErrorId.EmptyFile or MediaErrorId.UnknownFormat or MediaErrorId.TruncatedFile
        or MediaErrorId.CorruptHeader or MediaErrorId.HeaderTooLarge or MediaErrorId.InvalidDimensions;

    private static string? FindDamage(FileSource file, MediaHeader header, CancellationToken cancellationToken)
    {
        if (file.Length > ImageBytes.MaximumLength)
        {
            // Its length is problem enough, and it cannot be read.
            return null;
        }

        using ImageBytes bytes = ImageBytes.Read(file, cancellationToken);
        return ImageParts.FindDamage(bytes, header);
    }

    private MediaVisionTest Judge(string path, MediaHeader header, long length, string? damage)
    {
        List<string> problems = [.. Refusals(path, header, length)];
        bool isNamedWrong = FileEndings.FormatOf(path) != header.Format;
        if (isNamedWrong)
        {
            string ending = Path.GetExtension(path);
            problems.Add($"Its name {(ending.Length == 0 ? "has no ending" : $"ends in '{ending}'")}, and it is {MediaFormatNames.Of(header.Format)}.");
        }

        bool renameIsEnough = isNamedWrong && problems.Count == 1;
        if (damage is not null)
        {
            problems.Add(damage);
        }

        return new()
        {
            Path = path,
            Model = _model.Name,
            Problems = [.. problems],
            Recommendation = problems.Count == 0 ? null : Recommend(path, header, renameIsEnough && damage is null, damage is not null),
            Format = MediaFormatNames.Of(header.Format),
            Width = header.Size.Width,
            Height = header.Size.Height,
            Bytes = length,
        };
    }

    private IEnumerable<string> Refusals(string path, MediaHeader header, long length)
    {
        var family = _model.Row.Family;
        if (!family.Formats.Contains(header.Format))
        {
            yield return $"{family.Vendor} does not take {MediaFormatNames.Of(header.Format)}: it takes {string.Join(", ", family.Formats.Select(MediaFormatNames.Of))}.";
        }

        if (header.IsAnimated && family.Limits.Animated == false)
        {
            yield return $"It is animated, and {family.Vendor} does not take animations.";
        }

        if (length > family.Limits.MaximumBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"It has {length} bytes, and {family.Vendor} takes at most {family.Limits.MaximumBytes}.");
        }

        if (Refusal(path, header, length) is string refusal)
        {
            yield return refusal;
        }
    }

    private string? Refusal(string path, MediaHeader header, long length)
    {
        try
        {
            _plan.Count(new(path, header.Size, header, length));
            return null;
        }
        catch (MediaException exception)
        {
            return exception.Message;
        }
    }

    private string Recommend(string path, MediaHeader header, bool renameIsEnough, bool isDamaged)
    {
        string quoted = Quote(path);
        if (renameIsEnough)
        {
            return $"Rename-Item -LiteralPath {quoted} -NewName {Quote(FileEndings.Name(Path.GetFileName(path), header.Format))}";
        }

        string setting = _settings.Detail is ImageDetail detail ? $" -Detail {detail}"
            : (_settings.PartMediaResolution ?? (PartMediaResolution?)_settings.MediaResolution) is PartMediaResolution resolution ? $" -MediaResolution {resolution}" : "";
        return $"Optimize-ImageForVision -LiteralPath {quoted} -Destination upload -Model {(IsPlain(_model.Name) ? _model.Name : Quote(_model.Name))}{setting}{(isDamaged ? " -AllowPartial" : "")}";
    }

    private static bool IsPlain(string text) => text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '/');

    // PowerShell takes a typographic quotation mark for a plain one.
    private static string Quote(string text) =>
        $"'{string.Concat(text.Select(character => character is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B' ? $"{character}{character}" : $"{character}"))}'";
}

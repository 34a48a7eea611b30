using MediaTokens.Headers;
using MediaTokens.Imaging;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>
/// Holds files against what a vendor takes: kind of media, format, animation, length, patches, pages, the context window,
/// a name that says what is inside, and for images a container that is whole. Nothing is decoded: damage within the pixels
/// of a whole container is not found.
/// </summary>
public sealed class VisionTester
{
    // What is on the pages decides nothing.
    private static readonly PdfSettings AllPages = new() { Content = PdfContent.Scanned };

    private readonly SelectedModel _model;
    private readonly CostPlan _plan;
    private readonly VisionRefusals _refusals;
    private readonly VisionAdvice _advice;

    /// <summary>Fixes the model and its settings.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <exception cref="MediaException">The model does not have a setting, or not that value of it.</exception>
    public VisionTester(SelectedModel model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        _model = model;
        _plan = CostPlan.Create(model, settings);
        (_refusals, _advice) = (new(model, _plan), new(model, settings));
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
            MediaItem item = MediaItem.FromSource(path, file, [_plan], AllPages, cancellationToken);
            return Judge(path, item, item.MediaType == MediaType.Image ? FindDamage(file, item.Header!.Value, cancellationToken) : null);
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
        or MediaErrorId.CorruptHeader or MediaErrorId.HeaderTooLarge or MediaErrorId.InvalidDimensions
        or MediaErrorId.NoVideoTrack or MediaErrorId.CorruptPdf or MediaErrorId.PdfPassword;

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

    private MediaVisionTest Judge(string path, MediaItem item, string? damage)
    {
        MediaFormat format = item.Header!.Value.Format;
        List<VisionRefusal> refusals = [.. _refusals.Of(item)];
        List<string> problems = refusals.ConvertAll(refusal => refusal.Message);
        bool isNamedWrong = !IsNamedFor(path, format);
        if (isNamedWrong)
        {
            string ending = Path.GetExtension(path);
            problems.Add($"Its name {(ending.Length == 0 ? "has no ending" : $"ends in '{ending}'")}, and it is {MediaFormatNames.Of(format)}.");
        }

        bool renameIsEnough = isNamedWrong && problems.Count == 1;
        if (damage is not null)
        {
            problems.Add(damage);
        }

        bool hasPixels = item.MediaType != MediaType.Pdf;
        return new()
        {
            Path = path,
            Model = _model.Name,
            Problems = [.. problems],
            Recommendation = problems.Count == 0 ? null : _advice.For(
                path, item, renameIsEnough && damage is null, damage is not null, refusals.Find(refusal => refusal.Id == MediaErrorId.SettingNotSupported).Action),
            MediaType = item.MediaType.ToString(),
            Format = MediaFormatNames.Of(format),
            MimeType = MediaFormatNames.MimeOf(format),
            Width = hasPixels ? item.Size.Width : null,
            Height = hasPixels ? item.Size.Height : null,
            Duration = item.Header.Value.Video?.Duration,
            Pages = item.Document?.PageCount,
            Bytes = item.Bytes!.Value,
        };
    }

    // The formats of the ISO container differ in brands alone, and cameras mix them with each other's endings.
    private static bool IsNamedFor(string path, MediaFormat format) =>
        FileEndings.FormatOf(path) is MediaFormat said && (said == format || (IsIsoVideo(said) && IsIsoVideo(format)));

    private static bool IsIsoVideo(MediaFormat format) => format is MediaFormat.Mp4 or MediaFormat.Mov or MediaFormat.ThreeGp;
}

using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using MediaTokens.Requests.Bodies;
using MediaTokens.Requests.Building;
using MediaTokens.Rules;

namespace MediaTokens.Requests;

/// <summary>Makes requests of files and links, and refuses what the vendor would refuse.</summary>
public sealed class VisionRequestBuilder
{
    // Source: Google, Video understanding: earlier editions give 20 MB a request, the current one 100 MB.
    private const long MostInline = 20 << 20;

    private readonly SelectedModel _model;
    private readonly RequestOptions _options;
    private readonly RequestSettings _settings;

    /// <summary>Fixes the model and what is asked.</summary>
    /// <exception cref="MediaException">
    /// VendorNotSupported; SettingNotSupported, RoleNotSupported or ClipOutOfRange, where force was not asked for.
    /// </exception>
    public VisionRequestBuilder(SelectedModel model, RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        TokenRule rule = model.Row.Family.Rule;
        if (!rule.UsesDetail && !rule.UsesResolution)
        {
            throw new MediaException(
                MediaErrorId.VendorNotSupported,
                $"No request can be made for {model.Name}: requests are made for those models of OpenAI and Google whose tokens can be counted.",
                "Choose one of these models, or make the request with the vendor's own library.");
        }

        (_model, _options, _settings) = (model, options, new(model, options));
    }

    private ModelFamily Family => _model.Row.Family;

    /// <summary>One item of a file.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="detail">OpenAI's detail; null for the vendor's default.</param>
    /// <param name="part">Gemini's media resolution for this part; null for that of the request.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MediaException">The file cannot be read, or the vendor would refuse it and force was not asked for.</exception>
    public BuiltItem FromFile(string path, ImageDetail? detail, PartMediaResolution? part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileSource file = new(path);
        return FromBytes(path, null, file, detail, part, cancellationToken);
    }

    /// <summary>One item of a link, which is passed through unread; a link that holds its data is taken like a file.</summary>
    /// <param name="uri">An absolute https, http or data link; for Gemini also gs.</param>
    /// <param name="detail">OpenAI's detail; null for the vendor's default.</param>
    /// <param name="part">Gemini's media resolution for this part; null for that of the request.</param>
    /// <exception cref="MediaException">InvalidUri; what the data of a data link cannot be read for, or be refused for.</exception>
    public BuiltItem FromLink(string uri, ImageDetail? detail, PartMediaResolution? part)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (InlineData.Parse(uri) is not null)
        {
            return FromBytes(null, uri, new BytesSource(DataUri.Decode(uri)), detail, part, CancellationToken.None);
        }

        RequestObjections objections = new(_options.Force);
        ItemPlan plan = _settings.PlanFor(detail, part, objections);
        RequestLink link = RequestLink.Read(uri, Family, _settings.IsForVideo, objections);
        return new(_settings.Describe(plan, link.MediaType) with { Uri = uri, MimeType = link.MimeType }, objections.Warnings);
    }

    /// <summary>The request of some items.</summary>
    /// <exception cref="MediaException">NoItem.</exception>
    public VisionRequest Build(IReadOnlyList<BuiltItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        RequestObjections objections = new(_options.Force && !string.IsNullOrEmpty(_options.Prompt));
        if (items.Count == 0)
        {
            objections.Raise(new(MediaErrorId.NoItem, "There is nothing to send beside the prompt.", "Give a file or a link."));
        }

        WarnOfInline(items, objections);
        string api = _settings.IsGemini ? VisionApi.GenerateContent : _options.Api.ToString();
        return new()
        {
            Vendor = Family.Vendor,
            Model = _model.Name,
            Api = api,
            ApiVersion = _settings.IsGemini ? _options.ApiVersion : null,
            Uri = VisionApi.Address(api, _options.ApiVersion, _model.Name),
            Prompt = NullIfEmpty(_options.Prompt),
            SystemPrompt = NullIfEmpty(_options.SystemPrompt),
            Role = _settings.Role,
            MaxOutputTokens = _options.MaxOutputTokens,
            MediaResolution = _settings.IsGemini ? _options.MediaResolution?.ToString() : null,
            Items = [.. items.Select(item => item.Item)],
            EstimatedTokens = items.Sum(item => item.Item.Tokens ?? 0),
            BilledTokens = items.Count > 0 && items.All(item => item.Item.BilledTokens is not null) ? items.Sum(item => item.Item.BilledTokens) : null,
            Warnings = [.. _settings.Warnings, .. items.SelectMany(Named), .. objections.Warnings],
        };
    }

    private static IEnumerable<string> Named(BuiltItem item) => item.Warnings.Select(warning => $"{item.Item.Name}: {warning}");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static long InlineLength(VisionRequestItem item) =>
        item.Path is not null ? new BodyFile(item.Path, item.Bytes!.Value).EncodedLength
            : DataUri.IsDataUri(item.Uri!) ? item.Uri!.Length
            : 0;

    private BuiltItem FromBytes(string? path, string? uri, ByteSource source, ImageDetail? detail, PartMediaResolution? part, CancellationToken cancellationToken)
    {
        RequestObjections objections = new(_options.Force);
        ItemPlan plan = _settings.PlanFor(detail, part, objections);
        MediaItem item = plan.Read(path, source, cancellationToken);
        MediaTokenCost? cost = plan.Judge(item, objections);
        VisionRequestItem described = _settings.Describe(plan, item.MediaType) with
        {
            Path = path,
            Uri = uri,
            MimeType = MediaFormatNames.MimeOf(item.Header!.Value.Format),
            Bytes = path is null ? null : item.Bytes,
            Tokens = cost?.Tokens,
            BilledTokens = cost?.BilledIsConfirmed == true ? cost.BilledTokens : null,
        };
        return new(described, objections.Warnings);
    }

    private void WarnOfInline(IReadOnlyList<BuiltItem> items, RequestObjections objections)
    {
        long inline = _settings.IsGemini ? items.Sum(item => InlineLength(item.Item)) : 0;
        if (inline > MostInline)
        {
            objections.Warn(FormattableString.Invariant(
                $"The files are {inline} bytes in base64, and Gemini may refuse requests above {MostInline}: upload them with its Files API, and send the links that it gives."));
        }
    }
}

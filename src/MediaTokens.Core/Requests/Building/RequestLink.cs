using MediaTokens.Catalog;
using MediaTokens.Headers;

namespace MediaTokens.Requests.Building;

/// <summary>What can be told of a link that is passed through unread: it can be used, and what its ending says.</summary>
/// <param name="MediaType">What it leads to; an image where nothing tells.</param>
/// <param name="MimeType">The MIME type; null where its ending says none.</param>
internal sealed record RequestLink(MediaType MediaType, string? MimeType)
{
    private static readonly string[] VideoHosts = ["youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"];

    /// <summary>Reads a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="family">The model's family.</param>
    /// <param name="isForVideo">Whether how videos are sent was asked for, which says that a link without an ending leads to one.</param>
    /// <param name="objections">Gets a link that the vendor would refuse, and what is not known.</param>
    /// <exception cref="MediaException">InvalidUri.</exception>
    public static RequestLink Read(string link, ModelFamily family, bool isForVideo, RequestObjections objections)
    {
        bool isGemini = !family.Rule.UsesDetail;
        bool isAbsolute = Uri.TryCreate(link, UriKind.Absolute, out Uri? uri);
        if (!isAbsolute || !(uri!.Scheme is "https" or "http" || (isGemini && uri.Scheme == "gs")))
        {
            objections.Raise(new(
                MediaErrorId.InvalidUri,
                $"'{ItemName.OfLink(link)}' is no link that {family.Vendor} takes.",
                $"Give an absolute link with https, http{(isGemini ? ", gs" : "")}, or data in base64; a file goes by its path, and one of Gemini's Files API by its whole address."));
        }

        objections.Warn("Its tokens are not known: a link is passed through unread.");
        if (isGemini && isAbsolute && VideoHosts.Contains(uri!.Host, StringComparer.OrdinalIgnoreCase))
        {
            // Source: Google, Video understanding, YouTube URLs: these go without a MIME type.
            return new(MediaType.Video, null);
        }

        return OfEnding(isAbsolute ? uri!.AbsolutePath : link, family, isForVideo, objections);
    }

    private static RequestLink OfEnding(string path, ModelFamily family, bool isForVideo, RequestObjections objections)
    {
        if (FileEndings.FormatOf(path) is not MediaFormat format)
        {
            if (!family.Rule.UsesDetail)
            {
                objections.Warn("Its ending tells no MIME type, so the request says none, and Gemini may refuse it.");
            }

            return new(isForVideo ? MediaType.Video : MediaType.Image, null);
        }

        if (!family.Formats.Contains(format))
        {
            objections.Warn($"Its ending says {MediaFormatNames.Of(format)}, which {family.Vendor} does not take.");
        }

        return new(MediaFormatNames.TypeOf(format), MediaFormatNames.MimeOf(format));
    }
}

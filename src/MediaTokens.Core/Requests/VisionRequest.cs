using System.Collections;
using System.Net;
using System.Security;
using System.Text;
using MediaTokens.Requests;

namespace MediaTokens;

/// <summary>
/// A request to a vision model, ready to be sent: by Invoke-VisionRequest, by Invoke-RestMethod, or by any other client.
/// Files are named and not held: they are read when the body is written.
/// </summary>
public sealed record VisionRequest
{
    // The runtime's own limit of characters.
    private const long MaximumText = 0x3FFFFFDF;

    /// <summary>Who runs the model.</summary>
    public string Vendor { get; internal init; } = "";

    /// <summary>The model as asked for.</summary>
    public string Model { get; internal init; } = "";

    /// <summary>The interface: ChatCompletions, Responses or GenerateContent.</summary>
    public string Api { get; internal init; } = "";

    /// <summary>The version in the address of Gemini's interface; null for OpenAI.</summary>
    public string? ApiVersion { get; internal init; }

    /// <summary>The address that the body goes to.</summary>
    public string Uri { get; internal init; } = "";

    /// <summary>The HTTP method: POST.</summary>
    public string Method { get; internal init; } = "POST";

    /// <summary>The type of the body: JSON.</summary>
    public string ContentType { get; internal init; } = "application/json";

    /// <summary>What is asked; null where nothing is.</summary>
    public string? Prompt { get; internal init; }

    /// <summary>What the model is told beforehand; null where nothing is.</summary>
    public string? SystemPrompt { get; internal init; }

    /// <summary>Whose message it is: user, or as asked for.</summary>
    public string Role { get; internal init; } = "user";

    /// <summary>The most tokens of the answer; null where the vendor's default holds.</summary>
    public int? MaxOutputTokens { get; internal init; }

    /// <summary>Gemini's media resolution for the whole request; null where none is set.</summary>
    public string? MediaResolution { get; internal init; }

    /// <summary>What is sent beside the prompt, in order.</summary>
    public VisionRequestItem[] Items { get; internal init; } = [];

    /// <summary>The tokens of all items whose tokens are known, by our own count; text is not counted.</summary>
    public long EstimatedTokens { get; internal init; }

    /// <summary>
    /// The tokens of all items as calls were billed, where independent measurements agree on all of them; null elsewhere.
    /// </summary>
    public long? BilledTokens { get; internal init; }

    /// <summary>What the vendor would refuse, or what is not known, each in one sentence; empty where there is nothing.</summary>
    public string[] Warnings { get; internal init; } = [];

    /// <summary>The body as a text. It is as long as all files are in base64; <see cref="WriteTo"/> needs no memory for them.</summary>
    /// <exception cref="MediaException">A file cannot be read any more, or has another length than when it was asked for; FileTooLarge: no text can be so long.</exception>
    public string ToJson()
    {
        RequestBody body = RequestBody.Create(this);
        if (body.Length > MaximumText)
        {
            throw new MediaException(
                MediaErrorId.FileTooLarge,
                FormattableString.Invariant($"The body has {body.Length} bytes, and a text holds at most {MaximumText}."),
                "Write it to a stream with WriteTo, or send it with Invoke-VisionRequest.");
        }

        using MemoryStream stream = new((int)body.Length);
        body.WriteTo(stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the body; files go from the disk to the stream a piece at a time.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <exception cref="MediaException">A file cannot be read any more, or has another length than when it was asked for.</exception>
    public void WriteTo(Stream stream) => RequestBody.Create(this).WriteTo(stream, CancellationToken.None);

    /// <summary>The arguments of Invoke-RestMethod, to be splatted: Uri, Method, ContentType, Headers and Body.</summary>
    /// <param name="apiKey">The key; it is in the header and nowhere else.</param>
    /// <exception cref="MediaException">ApiKeyMissing; what <see cref="ToJson"/> fails with.</exception>
    public Hashtable ToSplat(string apiKey) => new()
    {
        ["Uri"] = Uri,
        ["Method"] = Method,
        ["ContentType"] = ContentType,
        ["Headers"] = RequestHeaders.For(Vendor, new(Uri), apiKey),
        ["Body"] = ToJson(),
    };

    /// <summary>As <see cref="ToSplat(string)"/>, of a key that is kept from sight until then.</summary>
    /// <param name="apiKey">The key.</param>
    /// <exception cref="MediaException">ApiKeyMissing, as for a variable of the environment that is not set; what <see cref="ToJson"/> fails with.</exception>
    public Hashtable ToSplat(SecureString? apiKey) => ToSplat(new NetworkCredential("", apiKey).Password);
}

/// <summary>One image, video or document of a request.</summary>
public sealed record VisionRequestItem
{
    /// <summary>The file's absolute path; null for a link.</summary>
    public string? Path { get; internal init; }

    /// <summary>The file's name; a link without what may be secret of it, the user and the query, and without its data.</summary>
    public string Name => Path is null ? ItemName.OfLink(Uri) : System.IO.Path.GetFileName(Path);

    /// <summary>The link that is passed through; null for a file.</summary>
    public string? Uri { get; internal init; }

    /// <summary>Image, Video or Pdf.</summary>
    public string MediaType { get; internal init; } = "";

    /// <summary>The MIME type; null for a link whose ending says none.</summary>
    public string? MimeType { get; internal init; }

    /// <summary>The file's length in bytes; null for a link.</summary>
    public long? Bytes { get; internal init; }

    /// <summary>OpenAI's detail; null where none is set.</summary>
    public string? Detail { get; internal init; }

    /// <summary>Gemini's media resolution of this part; null where none is set.</summary>
    public string? MediaResolution { get; internal init; }

    /// <summary>Frames that are sampled of a video in a second; null where the service's default holds.</summary>
    public decimal? FramesPerSecond { get; internal init; }

    /// <summary>Where the clip of a video begins; null for the start.</summary>
    public TimeSpan? StartTime { get; internal init; }

    /// <summary>Where the clip of a video ends; null for the end.</summary>
    public TimeSpan? EndTime { get; internal init; }

    /// <summary>Its tokens by our own count; null where they are not known, as those of a link.</summary>
    public long? Tokens { get; internal init; }

    /// <summary>Its tokens as calls were billed, where independent measurements agree; null elsewhere.</summary>
    public long? BilledTokens { get; internal init; }

    /// <summary>Its <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}

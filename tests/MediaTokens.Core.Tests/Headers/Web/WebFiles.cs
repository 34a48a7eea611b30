using MediaTokens.Core.Tests.Rules;
using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>Reads files on the web as a user does.</summary>
internal static class WebFiles
{
    /// <summary>The server of a test is on the machine itself. The time is for a test that hangs, and decides none.</summary>
    public static readonly WebOptions Local = new() { AllowPrivateNetwork = true, Timeout = TimeSpan.FromMinutes(2) };

    public static readonly CostPlan Gemini = Cost.Plan("gemini-3.8-flash", new CostSettings());

    public static MediaItem Read(string uri, WebOptions? options = null, CancellationToken cancellationToken = default)
    {
        using WebReader reader = new(options ?? Local);
        return MediaItem.FromUri(uri, [Gemini], new PdfSettings(), reader, cancellationToken);
    }

    public static MediaItem Read(string uri, WebNetwork network)
    {
        using WebReader reader = new(new() { Timeout = Local.Timeout }, network);
        return MediaItem.FromUri(uri, [Gemini], new PdfSettings(), reader, CancellationToken.None);
    }

    /// <summary>Expects a failure that a user can act on.</summary>
    public static MediaException Fails(MediaErrorId id, string uri, WebOptions? options = null) => Fails(id, () => Read(uri, options));

    /// <inheritdoc cref="Fails(MediaErrorId, string, WebOptions)"/>
    public static MediaException Fails(MediaErrorId id, Func<object?> action)
    {
        MediaException exception = Assert.Throws<MediaException>(action);
        Assert.Equal(id, exception.Id);
        Assert.NotEmpty(exception.Message);
        Assert.NotEmpty(exception.RecommendedAction);
        return exception;
    }
}

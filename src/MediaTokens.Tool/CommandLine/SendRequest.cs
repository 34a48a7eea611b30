using MediaTokens.Requests.Sending;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>What one run of <c>send</c> is asked for.</summary>
internal sealed record SendRequest
{
    /// <summary>What the requests are to hold.</summary>
    public required BodyRequest Body { get; init; }

    /// <summary>How they are sent.</summary>
    public required VisionClientOptions Client { get; init; }

    /// <summary>Requests that are under way at the same time.</summary>
    public required int ThrottleLimit { get; init; }

    /// <summary>How the answers are written.</summary>
    public required OutputShape Shape { get; init; }
}

namespace MediaTokens.Headers.Web;

/// <summary>How files on the web are read.</summary>
public sealed record WebOptions
{
    /// <summary>The longest that reading one file may take in all: finding its host, every redirect and every part. More than 0 and up to 24 days, or infinite.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether addresses of the machine itself and of private networks may be read.</summary>
    public bool AllowPrivateNetwork { get; init; }
}

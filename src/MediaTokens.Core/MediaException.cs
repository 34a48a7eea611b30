namespace MediaTokens;

/// <summary>
/// A failure that concerns one file, one model or one catalog, with the stable id under which every surface reports it.
/// </summary>
public sealed class MediaException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="id">The stable id, the same in PowerShell and on the command line.</param>
    /// <param name="message">What is wrong, in one sentence that names the values found.</param>
    /// <param name="recommendedAction">What the user can do about it, in one sentence.</param>
    /// <param name="innerException">The cause, when another component reported it.</param>
    public MediaException(MediaErrorId id, string message, string recommendedAction, Exception? innerException = null)
        : base(message, innerException)
    {
        Id = id;
        RecommendedAction = recommendedAction;
    }

    /// <summary>The stable id of the failure.</summary>
    public MediaErrorId Id { get; }

    /// <summary>What the user can do about it, in one sentence.</summary>
    public string RecommendedAction { get; }
}

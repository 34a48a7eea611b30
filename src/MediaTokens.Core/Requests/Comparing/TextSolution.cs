namespace MediaTokens.Requests.Comparing;

/// <summary>The text on which requests agree that have the same text and media of different cost.</summary>
/// <param name="Text">Its tokens.</param>
/// <param name="PerItem">Tokens that each image, video or document takes besides what was estimated for it.</param>
/// <param name="Agreeing">How many requests agree.</param>
/// <param name="Estimates">Of how many different estimates these are.</param>
/// <param name="IsProven">Whether their estimates differ enough to tell text from media.</param>
internal sealed record TextSolution(long Text, int PerItem, int Agreeing, int Estimates, bool IsProven)
{
    /// <summary>The tokens of a request of so many items that are not of its media.</summary>
    public long Of(int items) => Text + ((long)PerItem * items);
}

/// <summary>What one request leaves when the estimate is taken off.</summary>
/// <param name="Tokens">Reported less estimated.</param>
/// <param name="Estimated">The estimate.</param>
/// <param name="Items">The number of images, videos and documents.</param>
internal readonly record struct Remainder(long Tokens, long Estimated, int Items);

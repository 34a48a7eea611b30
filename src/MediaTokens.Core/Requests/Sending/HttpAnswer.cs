namespace MediaTokens.Requests.Sending;

/// <summary>What came back over HTTP.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body.</param>
/// <param name="RequestId">The vendor's name for the request; null where it gives none.</param>
/// <param name="Demand">How long the server asks to wait before another attempt; null where it does not ask.</param>
internal sealed record HttpAnswer(int Status, AnswerBody Body, string? RequestId, TimeSpan? Demand)
{
    /// <summary>Whether the request was taken.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}

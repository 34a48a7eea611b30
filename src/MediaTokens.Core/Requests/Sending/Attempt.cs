using System.Globalization;

namespace MediaTokens.Requests.Sending;

/// <summary>What one attempt came to: an answer, or a failure that another attempt may mend.</summary>
/// <param name="Response">The answer; null for a failure.</param>
/// <param name="Failure">The failure; null for an answer.</param>
/// <param name="MayMend">Whether another attempt may mend it.</param>
/// <param name="Demand">How long the server asks to wait; null where it does not.</param>
internal sealed record Attempt(VisionResponse? Response, MediaException? Failure = null, bool MayMend = false, TimeSpan? Demand = null)
{
    /// <summary>Judges what came back.</summary>
    public static Attempt Of(OutgoingRequest request, HttpAnswer answer, string api)
    {
        if (answer.IsSuccess)
        {
            return Read(request, answer, api);
        }

        VendorError? error = VendorError.Read(answer.Body.Bytes);
        TimeSpan? demand = answer.Demand ?? error?.Demand;
        bool mayMend = RetryPolicy.MayMend(answer.Status) && error is not { IsOfSpentQuota: true };
        return new(null, StatusErrors.Of(request, answer, error, mayMend ? demand : null), mayMend, demand);
    }

    // An answer that cannot be read is billed all the same: it is not asked for again.
    private static Attempt Read(OutgoingRequest request, HttpAnswer answer, string api)
    {
        try
        {
            RequireWhole(answer.Body);
            VisionResponse response = ResponseReader.Read(answer.Body.Bytes, api);
            return new(response with { RequestId = answer.RequestId ?? response.RequestId });
        }
        catch (MediaException exception)
        {
            string told = request.Mask.Quote(exception.Message);
            return new(null, new MediaException(
                exception.Id,
                string.Create(CultureInfo.InvariantCulture, $"{request.Address.Authority} answered {answer.Status}: {told}{StatusErrors.NameOf(request, answer)}"),
                exception.RecommendedAction));
        }
    }

    private static void RequireWhole(AnswerBody body)
    {
        if (body.End == BodyEnd.Cut)
        {
            throw new MediaException(
                MediaErrorId.BadResponse,
                string.Create(CultureInfo.InvariantCulture, $"The connection broke after {body.Bytes.Length} bytes of the answer."),
                "Send it again; the vendor may have billed it all the same.");
        }

        if (body.End == BodyEnd.TooLong)
        {
            throw new MediaException(
                MediaErrorId.BadResponse,
                string.Create(CultureInfo.InvariantCulture, $"The answer is longer than {AnswerBody.MaximumLength} bytes."),
                "Check the address: no answer of a vendor is so long.");
        }
    }
}

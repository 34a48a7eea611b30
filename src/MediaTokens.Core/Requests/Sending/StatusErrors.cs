using System.Globalization;
using System.Text;

namespace MediaTokens.Requests.Sending;

/// <summary>The failures that a status code tells, with the vendor's own words.</summary>
internal static class StatusErrors
{
    /// <summary>The failure.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="error">What its body says; null where it says nothing.</param>
    /// <param name="demand">How long the server asks to wait; null where it does not.</param>
    public static MediaException Of(OutgoingRequest request, HttpAnswer answer, VendorError? error, TimeSpan? demand)
    {
        StringBuilder message = new();
        message.Append(CultureInfo.InvariantCulture, $"{request.Address.Authority} answered {answer.Status}");
        message.Append(error is null ? "." : $": {request.Mask.Quote(error.Sentence)}");
        if (RetryPolicy.IsTooLong(demand))
        {
            message.Append(CultureInfo.InvariantCulture, $" It asks to wait {demand:c}, which is longer than {RetryPolicy.LongestDemand:c}.");
        }

        message.Append(NameOf(request, answer));
        MediaErrorId errorId = IdOf(answer.Status, error);
        return new(errorId, message.ToString(), AdviceFor(errorId, answer.Status, error));
    }

    /// <summary>The vendor's name for the request in a sentence, which its support asks for; empty where it gives none.</summary>
    public static string NameOf(OutgoingRequest request, HttpAnswer answer) =>
        answer.RequestId is null ? "" : $" Its name for the request is {request.Mask.Quote(answer.RequestId)}.";

    private static MediaErrorId IdOf(int status, VendorError? error) => status switch
    {
        401 or 403 => MediaErrorId.Unauthorized,
        408 => MediaErrorId.Timeout,
        429 => MediaErrorId.RateLimited,
        >= 400 and < 500 => error is { IsOfKey: true } ? MediaErrorId.Unauthorized : MediaErrorId.BadRequest,
        >= 500 and < 600 => MediaErrorId.ServerError,
        _ => MediaErrorId.BadResponse,
    };

    private static string AdviceFor(MediaErrorId id, int status, VendorError? error) => id switch
    {
        MediaErrorId.Unauthorized => "Check that the key is one for this service, and that it may use the model.",
        MediaErrorId.RateLimited when error is { IsOfSpentQuota: true } => "Nothing is left to spend: see the plan and the billing of the account.",
        MediaErrorId.RateLimited => "Wait, or send fewer requests at a time.",
        MediaErrorId.BadRequest when status == 404 => "Check the model's name and the address.",
        MediaErrorId.BadRequest when status == 413 => "Send fewer or smaller files.",
        MediaErrorId.BadRequest => "Change the request as the vendor's message says.",
        MediaErrorId.ServerError => "Try again later.",
        MediaErrorId.Timeout => "Try again later, or send less at once.",
        _ => "Check the address.",
    };
}

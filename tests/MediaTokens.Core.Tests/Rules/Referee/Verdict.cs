using MediaTokens.Planning;
using Xunit;

namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>Compares a count with the restated rule; a failure names size, model and setting.</summary>
internal static class Verdict
{
    public static void Check(Trial trial, long width, long height, Ruling ruling)
    {
        MediaTokenCost cost;
        try
        {
            cost = trial.Plan.Count(MediaItem.FromSize(width, height));
        }
        catch (MediaException exception) when (exception.Id is MediaErrorId.TooManyPatches or MediaErrorId.LimitExceeded)
        {
            That(ruling.IsRefused, trial, width, height, "refusal", "a count", exception.Message);
            return;
        }

        That(!ruling.IsRefused, trial, width, height, "refusal", "a refusal", cost.Explanation);
        Same(ruling.Tokens, cost.Tokens, "Tokens");
        Same(ruling.Least, cost.MinTokens, "MinTokens");
        Same(ruling.Most, cost.MaxTokens, "MaxTokens");
        Same(ruling.Columns, cost.Columns, "Columns");
        Same(ruling.Rows, cost.Rows, "Rows");
        Same(ruling.Units ?? (long)ruling.Columns * ruling.Rows, cost.Units, "Units");
        Same(ruling.Scaled?.Width, cost.ScaledWidth, "ScaledWidth");
        Same(ruling.Scaled?.Height, cost.ScaledHeight, "ScaledHeight");
        Same(ruling.Billed, cost.BilledTokens, "BilledTokens");
        That(ruling.IsEstimate == cost.IsEstimate, trial, width, height, "IsEstimate", ruling.IsEstimate.ToString(), cost.IsEstimate.ToString());
        CheckInvariants(trial, width, height, cost, ruling.MayEnlarge);

        void Same(long? expected, long? actual, string what)
        {
            if (expected != actual)
            {
                That(false, trial, width, height, what, $"{expected}", $"{actual} ({cost.Explanation})");
            }
        }
    }

    private static void CheckInvariants(Trial trial, long width, long height, MediaTokenCost cost, bool mayEnlarge)
    {
        bool isOrdered = cost.MinTokens <= cost.Tokens && cost.Tokens <= cost.MaxTokens && cost.MinTokens > 0;
        That(isOrdered, trial, width, height, "order", "0 < min <= tokens <= max", $"{cost.MinTokens}, {cost.Tokens}, {cost.MaxTokens}");
        decimal sum = cost.BaseTokens + Math.Ceiling(cost.Units * cost.TokensPerUnit);
        bool isCut = cost.IsEstimate && cost.Tokens == cost.MaxTokens && sum > cost.MaxTokens;
        That(cost.Tokens == sum || isCut, trial, width, height, "sum", $"{sum}", $"{cost.Tokens}");
        bool isEnlarged = cost.ScaledWidth > width || cost.ScaledHeight > height;
        That(mayEnlarge || !isEnlarged, trial, width, height, "scaled size", "not enlarged", $"{cost.ScaledWidth}x{cost.ScaledHeight}");
        That(cost.MinTokens == cost.MaxTokens || cost.IsEstimate, trial, width, height, "IsEstimate", "true where the bounds differ", "false");
        That(cost.Width == width && cost.Height == height, trial, width, height, "size", "as given", $"{cost.Width}x{cost.Height}");
    }

    private static void That(bool holds, Trial trial, long width, long height, string what, string expected, string actual)
    {
        if (!holds)
        {
            Assert.Fail($"{width}x{height} on {trial}: {what} must be {expected}, is {actual}");
        }
    }
}

using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>What holds for every model: turning the image changes nothing, but for the ends of rows, and a model with details knows no basis.</summary>
public sealed class SymmetryTests
{
    [Fact]
    public void A_turned_image_costs_the_same()
    {
        // Mistral counts the end of each row.
        IReadOnlyList<Trial> trials = [.. Trial.OpenAI, .. Trial.Gemini, .. Trial.Others.Where(trial => !OtherTables.Mistral.ContainsKey(trial.Model))];
        foreach ((long width, long height) in Sizes.Random(90, 300).Concat(Sizes.Huge(90, 100)))
        {
            foreach (Trial trial in trials)
            {
                if (Count(trial, width, height) is MediaTokenCost cost && Count(trial, height, width) is MediaTokenCost turned)
                {
                    Assert.True(
                        (cost.Tokens, cost.MinTokens, cost.MaxTokens, cost.Columns, cost.Rows, cost.ScaledWidth, cost.ScaledHeight)
                        == (turned.Tokens, turned.MinTokens, turned.MaxTokens, turned.Rows, turned.Columns, turned.ScaledHeight, turned.ScaledWidth),
                        $"{width}x{height} on {trial}: {cost.Explanation}; turned {turned.Explanation}");
                }
                else
                {
                    Assert.True(Count(trial, height, width) is null, $"{width}x{height} on {trial} is refused one way round only");
                }
            }
        }
    }

    [Fact]
    public void Details_do_not_know_the_basis() => Assert.All(Trial.OpenAI, trial =>
    {
        ImageDetail detail = Enum.Parse<ImageDetail>(trial.Setting);
        MediaTokenCost billed = Cost.Of(trial.Model, 1000, 700, new CostSettings { Detail = detail, Basis = CountBasis.Billed });
        Assert.Equal(Cost.Of(trial.Model, 1000, 700, detail), billed);
        Assert.Equal(("Documented", null, null), (billed.Basis, billed.BilledTokens, billed.BilledIsConfirmed));
    });

    private static MediaTokenCost? Count(Trial trial, long width, long height)
    {
        try
        {
            return trial.Plan.Count(MediaItem.FromSize(width, height));
        }
        catch (MediaException exception) when (exception.Id is MediaErrorId.TooManyPatches or MediaErrorId.LimitExceeded)
        {
            return null;
        }
    }
}

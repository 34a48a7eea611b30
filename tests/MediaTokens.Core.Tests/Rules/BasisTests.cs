using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>What the documentation says and what is billed stand side by side; only a confirmed bill becomes the count.</summary>
public sealed class BasisTests
{
    [Fact]
    public void Gemini_3_gives_both_figures_on_either_basis()
    {
        MediaTokenCost documented = Cost.Of("gemini-3.1-flash-lite", 1600, 1200, (MediaResolution?)null, CountBasis.Documented);
        MediaTokenCost billed = Cost.Of("gemini-3.1-flash-lite", 1600, 1200, (MediaResolution?)null, CountBasis.Billed);
        Assert.Equal(("Documented", 1120), (documented.Basis, documented.Tokens));
        Assert.Equal(("Billed", 1064), (billed.Basis, billed.Tokens));
        Assert.All(new[] { documented, billed }, cost =>
        {
            Assert.Equal((1120, 1064L, true), (cost.DocumentedTokens, cost.BilledTokens!.Value, cost.BilledIsConfirmed!.Value));
            Assert.Equal((1064, 1120, true), (cost.MinTokens, cost.MaxTokens, cost.IsEstimate));
        });
    }

    [Fact]
    public void The_explanation_names_both_figures()
    {
        Assert.All(Enum.GetValues<CountBasis>(), basis =>
        {
            string working = Cost.Of("gemini-3.1-flash-lite", 1600, 1200, (MediaResolution?)null, basis).Explanation;
            Assert.Contains("1120", working, StringComparison.Ordinal);
            Assert.Contains("1064", working, StringComparison.Ordinal);
            Assert.Contains("38x28", working, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_source_is_that_of_the_figure()
    {
        Assert.StartsWith("Google, Media resolution, Token counts", Cost.Of("gemini-3.8-flash", 9, 9, new CostSettings()).Source, StringComparison.Ordinal);
        string measured = Cost.Of("gemini-3.8-flash", 9, 9, new CostSettings { Basis = CountBasis.Billed }).Source;
        Assert.DoesNotContain("Google, Media resolution", measured, StringComparison.Ordinal);
        Assert.Contains("(Measured)", measured, StringComparison.Ordinal);
    }

    // googleapis/python-genai issue 1349: gemini-2.5-pro billed 258 for 768x1280, 1024x1024 and 3840x2160 alike; one report.
    [Theory]
    [InlineData(768, 1280)]
    [InlineData(1024, 1024)]
    [InlineData(3840, 2160)]
    public void An_unconfirmed_bill_is_carried_but_never_counted(int width, int height)
    {
        MediaTokenCost documented = Cost.Of("gemini-2.5-pro", width, height, new CostSettings());
        MediaTokenCost billed = Cost.Of("gemini-2.5-pro", width, height, new CostSettings { Basis = CountBasis.Billed });
        Assert.Equal(documented, billed);
        Assert.Equal(("Documented", 258L, false), (billed.Basis, billed.BilledTokens!.Value, billed.BilledIsConfirmed!.Value));
        Assert.NotEqual(258, billed.Tokens);
        Assert.Equal(billed.DocumentedTokens, billed.Tokens);
        Assert.InRange(258, billed.MinTokens, billed.MaxTokens);
    }

    [Theory]
    [InlineData(MediaResolution.Low)]
    [InlineData(MediaResolution.Medium)]
    [InlineData(MediaResolution.High)]
    public void Nothing_was_measured_on_gemini_2_5_at_another_level(MediaResolution level)
    {
        MediaTokenCost cost = Cost.Of("gemini-2.5-pro", 1024, 1024, level, CountBasis.Billed);
        Assert.Equal(("Documented", null, null), (cost.Basis, cost.BilledTokens, cost.BilledIsConfirmed));
    }
}

using MediaTokens.Core.Tests.Rules.Referee;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Every model of the catalog, at every setting that it has, against the restated rules.</summary>
public sealed class EveryOpenAIModelTests
{
    [Fact]
    public void Counts_as_restated_for_seeded_sizes() => Trial.Compare(Trial.OpenAI, Sizes.Random(20_261_121, 20_000));

    [Fact]
    public void Counts_as_restated_for_any_shape_and_scale() => Trial.Compare(Trial.OpenAI, Sizes.Huge(512, 3_000));

    [Fact]
    public void Counts_as_restated_for_lines_and_extremes() => Trial.Compare(Trial.OpenAI, Extremes.All);
}

/// <summary>Every OpenAI model by earlier editions of its page, under their days.</summary>
public sealed class EveryEarlierProfileTests
{
    [Fact]
    public void Counts_as_restated_for_seeded_sizes() => Trial.Compare(Trial.Earlier, Sizes.Random(20_250_414, 5_000));

    [Fact]
    public void Counts_as_restated_for_any_shape_and_scale() => Trial.Compare(Trial.Earlier, Sizes.Huge(1536, 1_000));

    [Fact]
    public void Counts_as_restated_for_lines_and_extremes() => Trial.Compare(Trial.Earlier, Extremes.All);
}

/// <summary>Every Gemini model, at every level, on either basis.</summary>
public sealed class EveryGeminiModelTests
{
    [Fact]
    public void Counts_as_restated_for_seeded_sizes() => Trial.Compare(Trial.Gemini, Sizes.Random(384, 12_000));

    [Fact]
    public void Counts_as_restated_for_any_shape_and_scale() => Trial.Compare(Trial.Gemini, Sizes.Huge(1120, 3_000));

    [Fact]
    public void Counts_as_restated_for_lines_and_extremes() => Trial.Compare(Trial.Gemini, Extremes.All);
}

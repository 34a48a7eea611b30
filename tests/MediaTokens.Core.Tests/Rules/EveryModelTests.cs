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

/// <summary>Every model of another vendor.</summary>
public sealed class EveryOtherModelTests
{
    [Fact]
    public void Counts_as_restated_for_seeded_sizes() => Trial.Compare(Trial.Others, Sizes.Random(28_32, 12_000));

    [Fact]
    public void Counts_as_restated_for_any_shape_and_scale() => Trial.Compare(Trial.Others, Sizes.Huge(448, 3_000));

    [Fact]
    public void Counts_as_restated_for_lines_and_extremes() => Trial.Compare(Trial.Others, Extremes.All);

    [Fact]
    public void Counts_as_restated_around_whole_patches_and_limits() => Trial.Compare(
        Trial.Others,
        Sizes.AroundPairs([1, 14, 28, 32, 45, 56, 200, 448, 512, 560, 896, 900, 1024, 1092, 1120, 1344, 1540, 1568, 1932, 2000, 2048, 2576, 3000, 8000, 10_000, 20_000]));
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

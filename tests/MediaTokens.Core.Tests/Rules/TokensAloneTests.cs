using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Catalog;
using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>A counter gives the tokens without the working too: the same number.</summary>
public sealed class TokensAloneTests
{
    private static readonly PixelSize[] Sized = [.. Sizes.Random(4711, 2_000).Concat(Sizes.Huge(4711, 500)).Concat(Extremes.All.Take(2_000))
        .Select(size => new PixelSize((int)size.Width, (int)size.Height))];

    [Fact]
    public void The_tokens_are_those_of_the_count() => Assert.All(Counters.All, Compare);

    [Fact]
    public void The_tokens_are_those_of_the_count_for_rows_of_a_user()
    {
        using CatalogFile file = new(CatalogFile.Sample);
        Assert.All(file.Load().Models.Where(row => row.CatalogPath is not null), row =>
        {
            Compare(Counters.Of(row, new()));
            Compare(Counters.Of(row, new() { Basis = CountBasis.Billed }));
        });
    }

    [Theory]
    [InlineData("gpt-4o", ImageDetail.Low, false)]
    [InlineData("gpt-4o", ImageDetail.High, true)]
    [InlineData("gpt-4-turbo", ImageDetail.Auto, true)]
    [InlineData("gpt-5.6-sol", ImageDetail.Low, true)]
    [InlineData("gpt-5.6-sol", ImageDetail.Original, true)]
    [InlineData("o4-mini", ImageDetail.High, true)]
    public void Whether_the_size_matters_is_told_for_details(string model, ImageDetail detail, bool matters) =>
        Assert.Equal(matters, Bind(model, new() { Detail = detail }).SizeChangesTokens);

    [Theory]
    [InlineData("gemini-3.5-flash", MediaResolution.High, CountBasis.Documented, false)]
    [InlineData("gemini-3.5-flash", MediaResolution.High, CountBasis.Billed, false)] // by the shape alone
    [InlineData("gemini-2.5-pro", MediaResolution.Unspecified, CountBasis.Documented, true)]
    [InlineData("gemini-2.5-pro", MediaResolution.High, CountBasis.Billed, true)] // one report is no confirmation
    [InlineData("gemini-2.5-pro", MediaResolution.Low, CountBasis.Documented, false)]
    [InlineData("gemini-2.5-pro", MediaResolution.Medium, CountBasis.Documented, false)]
    public void Whether_the_size_matters_is_told_for_media_resolutions(string model, MediaResolution level, CountBasis basis, bool matters) =>
        Assert.Equal(matters, Bind(model, new() { MediaResolution = level, Basis = basis }).SizeChangesTokens);

    private static ImageCounter Bind(string model, CostSettings settings) =>
        Counters.Of(ModelCatalog.Default.Resolve(model), settings).Counter;

    private static void Compare(Counters trial)
    {
        foreach (PixelSize size in Sized)
        {
            long? expected = null;
            try
            {
                expected = trial.Counter.Count(size).Tokens;
            }
            catch (MediaException exception) when (exception.Id is MediaErrorId.TooManyPatches or MediaErrorId.LimitExceeded)
            {
            }

            Assert.True(expected == trial.Counter.Tokens(size), $"{size} on {trial}: {trial.Counter.Tokens(size)}, not {expected}");
        }
    }
}

using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Rules.Referee;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>The tables of these tests and the catalog cover the same models.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Every_row_of_the_catalog_is_compared() => Assert.Equal(
        ModelCatalog.Default.Models.Select(row => row.Id).Order(StringComparer.Ordinal),
        Trial.OpenAI.Concat(Trial.Gemini).Select(trial => trial.Model).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_setting_of_every_row_is_compared() => Assert.All(ModelCatalog.Default.Models, row =>
    {
        MediaTokenModel model = MediaTokenModel.FromRow(row);
        IEnumerable<string> offered = model.Details.Concat(model.MediaResolutions).Concat(model.PartMediaResolutions).Distinct();
        IEnumerable<string> tried = Trial.Of(row.Id).Select(trial => trial.Setting.Split(' ')[0]).Distinct();
        Assert.Equal(tried.Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    });
}

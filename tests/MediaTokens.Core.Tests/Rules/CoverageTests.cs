using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>The tables of these tests and the catalog cover the same models.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Every_row_of_the_catalog_is_compared() => Assert.Equal(
        ModelCatalog.Default.Models.Where(row => row.Family.Rule is not UnpublishedRule).Select(row => row.Id).Order(StringComparer.Ordinal),
        Trial.OpenAI.Concat(Trial.Gemini).Concat(Trial.Others).Select(trial => trial.Model).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_setting_of_every_row_is_compared() => Assert.All(ModelCatalog.Default.Models, row =>
    {
        IEnumerable<string> offered = row.Family.Rule.Settings.Concat(row.Family.Rule.PartSettings).Distinct();
        IEnumerable<string> tried = Trial.Of(row.Id).Select(trial => trial.Setting.Split(' ')[0]).Where(setting => setting.Length > 0).Distinct();
        Assert.Equal(tried.Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    });
}

using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Catalog;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>A rule whose constants nobody published gives an error that says what is missing, never a guess.</summary>
public sealed class UnpublishedRuleTests
{
    private const string Unknown = """
        {
          "schemaVersion": 2, "date": "2026-11",
          "families": {
            "my-secret": {
              "vendor": "Me", "rule": "Unpublished", "constants": { "missing": "my page gives no multiplier" },
              "media": ["Image"], "formats": ["Png"], "source": "Me, my page", "date": "2026-10", "confidence": "Documented"
            }
          },
          "models": [ { "id": "my-model", "family": "my-secret" } ]
        }
        """;

    [Fact]
    public void The_error_says_what_is_missing()
    {
        using CatalogFile file = new(Unknown);
        ModelCatalog catalog = file.Load();
        MediaException exception = Cost.Fails(MediaErrorId.RuleNotPublished, () => Cost.Plan("my-model", new(), catalog));
        Assert.Equal("How my-model counts images is not published: my page gives no multiplier.", exception.Message);
        Assert.Equal("not published: my page gives no multiplier", catalog.Resolve("my-model").Family.Rule.Describe());
    }

    [Fact]
    public void What_is_missing_must_be_told()
    {
        using CatalogFile file = new(Unknown.Replace("\"missing\"", "\"lacking\"", StringComparison.Ordinal));
        Assert.Contains("'missing'", Assert.Throws<MediaException>(file.Load).Message, StringComparison.Ordinal);
    }
}

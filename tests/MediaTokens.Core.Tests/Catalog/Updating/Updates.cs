using System.Globalization;
using System.Text;
using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>What the tests of price files and updates have in common.</summary>
internal static class Updates
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Models of two vendors, under names that no platform's form fits.</summary>
    public const string Models = """
        {
          "schemaVersion": 2, "date": "2099-11-01",
          "families": {
            "acme-tiles": {
              "vendor": "Acme", "rule": "OpenAITile",
              "constants": { "baseTokens": 10, "tokensPerTile": 20, "tileSize": 512, "maximumSide": 2048, "shortestSide": 768, "lowSide": 512, "autoIsStated": true },
              "media": ["Image"], "formats": ["Png"], "limits": { "maximumBytes": 1000, "animated": false },
              "source": "Acme, page", "date": "2026-10", "confidence": "Estimate"
            }
          },
          "models": [
            { "id": "acme-one", "family": "acme-tiles", "aliases": ["acme-first", "acme-on-bedrock", "acme-on-vertex", "acme-on-azure", "acme-on-router"] },
            { "id": "acme-two", "family": "acme-tiles" }
          ],
          "prices": [
            { "model": "acme-one", "from": "2026-10-01", "input": 4, "cached": 0.4, "batch": 2, "source": "Acme, prices", "date": "2026-10-01", "confidence": "Documented" }
          ]
        }
        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static ModelCatalog Catalog()
    {
        using CatalogFile file = new(Models);
        return ModelCatalog.Load(file.Path, Today);
    }

    public static PriceFileContent Prices(string json, List<MediaException>? bad = null, DateOnly? undatedFrom = null) =>
        PriceFile.Read(Bytes(json), "prices.json", Catalog(), Today, undatedFrom, bad is null ? exception => throw exception : bad.Add);

    /// <summary>A price in one line: model, platform, first day, and the tiers' prices.</summary>
    public static string Line(ModelPrice price) => string.Create(
        CultureInfo.InvariantCulture,
        $"{price.Model} {price.Platform} {price.From:yyyy-MM-dd}: {string.Join(" | ", price.Tiers.Select(Line))}");

    public static string Line(PriceTier tier) => string.Join(
        ' ',
        new[] { tier.Above, tier.Input, tier.Cached, tier.Batch, tier.Audio, tier.CachedAudio, tier.BatchAudio }
            .Select(price => price?.ToString(CultureInfo.InvariantCulture) ?? "-"));

    /// <summary>A change in one line.</summary>
    public static string Line(MediaTokenCatalogChange change) =>
        $"{change.Change} {change.Kind} {change.Name}{(change.Platform is null ? "" : "@" + change.Platform)} {change.Field}: {change.Before ?? "-"} -> {change.After ?? "-"}";

    public static MediaException Invalid(Action action)
    {
        MediaException exception = Assert.Throws<MediaException>(action);
        Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
        return exception;
    }
}

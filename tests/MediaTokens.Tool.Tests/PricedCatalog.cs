namespace MediaTokens.Tool.Tests;

/// <summary>A catalog with prices and dates of its own, so that no test depends on what vendors charge.</summary>
internal static class PricedCatalog
{
    /// <summary>A day on which every model has its values.</summary>
    public const string Day = "2026-06-15";

    private const string Text = """
        {
          "schemaVersion": 2,
          "date": "2026-06-15",
          "families": {
            "house-tiles": {
              "vendor": "House", "rule": "OpenAITile",
              "constants": { "baseTokens": 85, "tokensPerTile": 170, "tileSize": 512, "maximumSide": 2048, "shortestSide": 768, "lowSide": 512, "autoIsStated": true },
              "media": ["Image"], "formats": ["Jpeg", "Png"], "limits": { "maximumImages": 20 },
              "source": "House, tiles", "date": "2026-01", "confidence": "Documented"
            },
            "house-old": {
              "vendor": "House", "rule": "OpenAITile",
              "constants": { "baseTokens": 0, "tokensPerTile": 1000, "tileSize": 512, "maximumSide": 2048, "shortestSide": 768, "lowSide": 512, "autoIsStated": true },
              "media": ["Image"], "formats": ["Jpeg", "Png"],
              "source": "House, old tiles", "date": "2025-01", "confidence": "Documented"
            },
            "house-levels": {
              "vendor": "House", "rule": "GeminiResolution",
              "constants": {
                "tokens": { "Image": { "Unspecified": 1000, "Low": 100 }, "Video": { "Unspecified": 100, "Low": 10 }, "Pdf": { "Unspecified": 500, "Low": 50 } },
                "perPart": false, "video": { "audioTokensPerSecond": 25, "maximumAudioTokensPerSecond": 25, "maximumFrameOverhead": 0 }, "pdfTextIsBilled": false
              },
              "media": ["Image", "Video", "Pdf"], "formats": ["Jpeg", "Png", "Mov", "WebM", "Pdf"],
              "source": "House, levels", "date": "2026-01", "confidence": "Documented"
            }
          },
          "models": [
            { "id": "house-dear", "family": "house-tiles" },
            { "id": "house-cheap", "family": "house-tiles", "from": "2026-02-01", "history": [ { "family": "house-old", "from": "2025-01-01" } ] },
            { "id": "house-unpriced", "family": "house-old" },
            { "id": "house-levels", "family": "house-levels", "from": "2026-01-01" }
          ],
          "prices": [
            {
              "model": "house-dear", "input": 10, "cached": 1, "batch": 5, "tiers": [ { "above": 1000, "input": 20, "cached": 2, "batch": 10 } ],
              "source": "House, prices", "date": "2026-01", "confidence": "Documented"
            },
            { "model": "house-cheap", "until": "2026-06-30", "input": 0.001, "cached": 0.0000001, "source": "House, prices", "date": "2026-01", "confidence": "Documented" },
            { "model": "house-cheap", "from": "2026-07-01", "input": 2, "source": "House, prices", "date": "2026-01", "confidence": "Documented" },
            { "model": "house-levels", "input": 1, "audio": 4, "source": "House, prices", "date": "2026-01", "confidence": "Documented" }
          ]
        }
        """;

    /// <summary>Writes the file to a folder.</summary>
    public static string Write(Workspace files) => files.Write("priced.json", Text);
}

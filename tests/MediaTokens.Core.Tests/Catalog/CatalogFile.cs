using System.Text;
using System.Text.Json.Nodes;
using MediaTokens.Catalog;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>A catalog file of a user, in a folder of its own.</summary>
internal sealed class CatalogFile : IDisposable
{
    /// <summary>A family and a model of each rule, in the shape of the catalog that ships.</summary>
    public const string Sample = """
        {
          "schemaVersion": 1,
          "date": "2026-11",
          "families": {
            "my-tiles": {
              "vendor": "Me", "rule": "OpenAITile",
              "constants": { "baseTokens": 10, "tokensPerTile": 20, "tileSize": 512, "maximumSide": 2048, "shortestSide": 768, "lowSide": 512, "autoIsStated": true },
              "media": ["Image"], "formats": ["Png"], "limits": { "maximumBytes": 1000, "animated": false },
              "source": "Me, my page", "date": "2026-10", "confidence": "Estimate"
            },
            "my-patches": {
              "vendor": "Me", "rule": "OpenAIPatch",
              "constants": { "patchSize": 32, "multiplier": 1.5, "patchLimit": 30000, "auto": "High", "details": { "High": { "maximumSide": 1000000, "patchBudget": 10 } } },
              "media": ["Image"], "formats": ["Png"], "source": "Me, my page", "date": "2026-10", "confidence": "Estimate"
            },
            "my-levels": {
              "vendor": "Me", "rule": "GeminiResolution",
              "constants": {
                "tokens": { "Image": { "Unspecified": 100, "Low": 50 } }, "perPart": false,
                "panAndScan": { "levels": ["Unspecified"], "additionalTokens": 2048, "wholeImageSide": 384, "cropDivisor": 1.5, "minimumCrop": 256, "maximumCrop": 768 }
              },
              "media": ["Image"], "formats": ["Png"], "recommended": { "Image": "Low" },
              "billed": { "method": "Flat", "flatTokens": { "Unspecified": 99 }, "isConfirmed": true, "source": "My bill", "date": "2026-10", "evidence": "One call" },
              "upload": { "maximumEdge": { "Unspecified": 1000 }, "note": "My own choice" },
              "source": "Me, my page", "date": "2026-10-31", "confidence": "Estimate"
            }
          },
          "models": [
            { "id": "my-tile-model", "family": "my-tiles", "aliases": ["mine"] },
            { "id": "my-patch-model", "family": "my-patches" },
            { "id": "my-level-model", "family": "my-levels", "source": "Me, another page", "date": "2026-09" }
          ]
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediatokens-catalog-");

    public CatalogFile(string text, Encoding? encoding = null)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "catalog.json");
        File.WriteAllText(Path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public string Path { get; }

    public string Folder => _folder.FullName;

    public ModelCatalog Load() => ModelCatalog.Load(Path);

    /// <summary>The sample with the value at a place replaced; a null removes the field.</summary>
    /// <param name="place">Names and indexes, divided by a slash.</param>
    /// <param name="json">The new value, as JSON.</param>
    /// <param name="sample">The catalog; null for <see cref="Sample"/>.</param>
    public static string With(string place, string? json, string? sample = null)
    {
        JsonNode root = JsonNode.Parse(sample ?? Sample)!;
        string[] steps = place.Split('/');
        JsonNode node = root;
        foreach (string step in steps[..^1])
        {
            node = node is JsonArray ? node[int.Parse(step, null)]! : node[step]!;
        }

        if (node is JsonArray list)
        {
            list[int.Parse(steps[^1], null)] = JsonNode.Parse(json!);
        }
        else if (json is null)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else
        {
            node[steps[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

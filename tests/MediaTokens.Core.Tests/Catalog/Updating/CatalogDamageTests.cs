using System.Text;
using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>Whatever a file holds, an update gives changes or an error of ours, and the catalog can be read afterwards.</summary>
public sealed class CatalogDamageTests : IDisposable
{
    private const int Rounds = 1_000;

    private const string LiteLLM = """
        { "acme-one": { "litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 3.5e-06, "cache_read_input_token_cost": 4e-7,
            "input_cost_per_token_above_200k_tokens": 7e-6, "input_cost_per_image_token": 1e-5, "source": "https://example.com" },
          "acme-two": { "litellm_provider": "bedrock", "input_cost_per_token": 1e-6 } }
        """;

    private const string Genai = """
        [ { "id": "acme", "pricing_urls": ["https://example.com"], "models": [
            { "id": "acme-one", "prices": [ { "prices": { "input_mtok": { "base": 4, "tiers": [ { "start": 200000, "price": 8 } ] } } },
                { "constraint": { "start_date": "2026-12-01" }, "prices": { "input_mtok": 5, "cache_read_mtok": 0.5 } } ] } ] } ]
        """;

    private static readonly string[] Pieces = ["{", "}", "[", "]", ",", ":", "\"", "null", "-1", "1e999", "0.5", "\"\\ud800\"", "{}", "[]", "\u00fc", "\0", "99999999999999999999", "\"from\""];

    private readonly UpdateFolder _folder = new();

    public CatalogDamageTests() => _folder.Update(Updates.Models);

    [Theory]
    [InlineData(Updates.Models, 1)]
    [InlineData(LiteLLM, 2)]
    [InlineData(Genai, 3)]
    public void A_damaged_file_gives_an_error_of_ours_or_a_catalog_that_can_be_read(string text, int seed)
    {
        Random random = new(seed);
        byte[] start = File.ReadAllBytes(_folder.Target);
        int taken = 0;
        for (int i = 0; i < Rounds; i++)
        {
            byte[] damaged = Damage(Updates.Bytes(text), random);
            if (TryUpdate(damaged))
            {
                taken++;
                _folder.Load();
                File.WriteAllBytes(_folder.Target, start);
            }
            else
            {
                Assert.Equal(start, File.ReadAllBytes(_folder.Target));
            }
        }

        Assert.InRange(taken, 1, Rounds - 1);
    }

    [Fact]
    public void A_damaged_updated_catalog_never_stops_an_update()
    {
        Random random = new(4);
        byte[] start = File.ReadAllBytes(_folder.Target);
        for (int i = 0; i < Rounds / 4; i++)
        {
            File.WriteAllBytes(_folder.Target, Damage(start, random));
            CatalogUpdate.Read(Updates.Bytes(Updates.Models), "newer.json", Options(force: true), _ => { }).Write();
            Assert.Equal("acme-one Vendor 2026-10-01: 0 4 0.4 2 - - -", _folder.Price("acme-one"));
        }
    }

    public void Dispose() => _folder.Dispose();

    private bool TryUpdate(byte[] file)
    {
        try
        {
            return CatalogUpdate.Read(file, "newer.json", Options(force: false), bad => Assert.Equal(MediaErrorId.InvalidCatalog, bad.Id)).Write();
        }
        catch (MediaException exception)
        {
            Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
            return false;
        }
    }

    private CatalogUpdateOptions Options(bool force) => new() { Target = _folder.Target, Today = Updates.Today, Force = force };

    /// <summary>A byte changed, a stretch cut, doubled or moved, or a piece of JSON put in.</summary>
    private static byte[] Damage(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(bytes.Count);
            int count = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, count);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 4:
                    // A digit for a digit, or a letter for a letter, leaves it JSON.
                    at = Math.Max(0, bytes.FindIndex(at, letter => char.IsAsciiLetterOrDigit((char)letter)));
                    bytes[at] = char.IsAsciiDigit((char)bytes[at]) ? (byte)random.Next('0', '9' + 1) : (byte)random.Next('a', 'z' + 1);
                    break;
                default:
                    ReplaceValue(bytes, at, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts another value behind a colon, where the old one is a number or a text.</summary>
    private static void ReplaceValue(List<byte> bytes, int at, Random random)
    {
        int colon = bytes.FindIndex(at, letter => letter == ':');
        int end = colon < 0 ? -1 : bytes.FindIndex(colon, letter => letter is (byte)',' or (byte)'}' or (byte)']');
        if (end > 0)
        {
            bytes.RemoveRange(colon + 1, end - colon - 1);
            bytes.InsertRange(colon + 1, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
        }
    }
}

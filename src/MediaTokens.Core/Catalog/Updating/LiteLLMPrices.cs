using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediaTokens.Catalog.Updating;

/// <summary>
/// Reads LiteLLM's model_prices_and_context_window.json: an object of model ids, each with its litellm_provider, its mode and its
/// costs in USD per one token. Costs behind "_above_200k_tokens" hold for the whole of a prompt that is larger; those of "_flex"
/// and "_priority" are of services that the catalog does not know.
/// </summary>
internal static partial class LiteLLMPrices
{
    public const string InputField = "input_cost_per_token";

    // From one token to a million.
    private const int Shift = 6;

    private const string Cached = "cache_read_input_token_cost";
    private const string Image = "input_cost_per_image_token";

    // Of the modes these take images and are billed by input tokens.
    private static readonly string[] Modes = ["chat", "completion", "responses", "image_generation", "image_edit"];

    public static void Read(JsonElement root, string file, DateOnly today, DateOnly? undatedFrom, PriceCandidates candidates)
    {
        foreach (JsonProperty model in root.EnumerateObject())
        {
            JsonElement json = model.Value;
            bool isObject = json.ValueKind == JsonValueKind.Object;
            ForeignEntry entry = new(json, file, $"model '{model.Name}'");
            if (isObject && entry.Text("mode") is string mode && !Modes.Contains(mode, StringComparer.Ordinal))
            {
                candidates.PassOver();
            }
            else if (candidates.Target(model.Name, isObject ? entry.Text("litellm_provider") : null) is PriceTarget target)
            {
                candidates.Offer(target, () => ReadPrice(ForeignEntry.Object(json, file, entry.Place), target, today, undatedFrom));
            }
        }
    }

    private static IReadOnlyList<ModelPrice>? ReadPrice(ForeignEntry entry, PriceTarget target, DateOnly today, DateOnly? from)
    {
        if (entry.Price(InputField, Shift) is not decimal text)
        {
            return null;
        }

        bool isImage = entry.Price(Image, Shift) is decimal image && image != text;
        string? page = entry.Text("source");
        bool isPage = Uri.TryCreate(page, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
        ModelPrice price = new()
        {
            Model = target.Row.Id,
            Platform = target.Platform,
            From = from,
            Tiers = isImage ? [ReadImageTier(entry)] : ReadTiers(entry),
            Provenance = new($"LiteLLM, model_prices_and_context_window.json, {target.Key}", isPage ? page : null, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Confidence.Implementation),
            CatalogPath = entry.File,
            Note = isImage ? string.Create(CultureInfo.InvariantCulture, $"The price of image input; text costs {text} USD per million tokens.") : null,
        };
        return [price];
    }

    /// <summary>Where images have a price of their own, that of text says nothing about them.</summary>
    private static PriceTier ReadImageTier(ForeignEntry entry) => new(
        0,
        entry.Price(Image, Shift),
        entry.Price("cache_read_input_image_token_cost", Shift),
        entry.Price("input_cost_per_image_token_batches", Shift));

    private static List<PriceTier> ReadTiers(ForeignEntry entry)
    {
        PriceTier first = new(
            0,
            entry.Price(InputField, Shift),
            entry.Price(Cached, Shift),
            entry.Price("input_cost_per_token_batches", Shift),
            entry.Price("input_cost_per_audio_token", Shift),
            entry.Price("cache_read_input_audio_token_cost", Shift),
            entry.Price("input_cost_per_audio_token_batches", Shift));
        SortedDictionary<long, PriceTier> tiers = new() { [0] = first };
        foreach (JsonProperty field in entry.Json.EnumerateObject())
        {
            if (Above().Match(field.Name) is not { Success: true } match)
            {
                continue;
            }

            string suffix = field.Name[InputField.Length..];
            long above = long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long thousands) && thousands is > 0 and < 1_000_000_000
                ? thousands * 1000
                : throw entry.Error(field.Name, "must name a number of tokens");

            // Sound has no tiers here: its price is the same in prompts of every size.
            tiers[above] = first with
            {
                Above = above,
                Input = entry.Price(field.Name, Shift),
                Cached = entry.Price(Cached + suffix, Shift),
                Batch = entry.Price($"{field.Name}_batches", Shift),
            };
        }

        return [.. tiers.Values.Where(tier => tier.Input is not null)];
    }

    [GeneratedRegex(@"^input_cost_per_token_above_([0-9]+)k_tokens\z", RegexOptions.CultureInvariant)]
    private static partial Regex Above();
}

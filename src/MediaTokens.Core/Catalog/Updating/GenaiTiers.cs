using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>Turns the prices of genai-prices, each with tiers of its own, into tiers that have every price.</summary>
internal static class GenaiTiers
{
    private const string Input = "input_mtok";
    private const string Image = "input_image_mtok";

    /// <summary>The tiers, from the smallest; null where no price of input is told.</summary>
    public static IReadOnlyList<PriceTier>? Read(ForeignEntry prices)
    {
        SortedDictionary<long, decimal>? text = ReadSteps(prices, Input);
        SortedDictionary<long, decimal>? image = ReadSteps(prices, Image);
        if ((image ?? text) is not { } input)
        {
            return null;
        }

        // Where images have a price of their own, that of text says nothing about them.
        SortedDictionary<long, decimal>? cached = ReadSteps(prices, image is null ? "cache_read_mtok" : "cache_image_read_mtok");
        SortedDictionary<long, decimal>? audio = ReadSteps(prices, "input_audio_mtok");
        SortedDictionary<long, decimal>? cachedAudio = ReadSteps(prices, "cache_audio_read_mtok");
        IEnumerable<long> starts = new[] { input, cached, audio, cachedAudio }.SelectMany(steps => steps?.Keys.AsEnumerable() ?? []).Distinct().Order();
        return [.. starts.Select(start => new PriceTier(start, At(input, start), At(cached, start), null, At(audio, start), At(cachedAudio, start)))];
    }

    private static decimal? At(SortedDictionary<long, decimal>? steps, long start) => steps?.Last(step => step.Key <= start).Value;

    private static SortedDictionary<long, decimal>? ReadSteps(ForeignEntry prices, string field)
    {
        if (!prices.Json.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return new() { [0] = prices.PriceOf(value, field, 0) };
        }

        ForeignEntry tiered = new(value, prices.File, $"{prices.Place}, {field}");
        SortedDictionary<long, decimal> steps = new() { [0] = tiered.Price("base", 0) ?? throw tiered.Error("base", "is missing") };
        if (value.TryGetProperty("tiers", out JsonElement tiers))
        {
            foreach (JsonElement json in tiers.ValueKind == JsonValueKind.Array ? tiers.EnumerateArray() : throw tiered.Error("tiers", "must be a list"))
            {
                ForeignEntry tier = ForeignEntry.Object(json, tiered.File, $"{tiered.Place}, tiers");
                long start = json.TryGetProperty("start", out JsonElement tokens) && tokens.ValueKind == JsonValueKind.Number && tokens.TryGetInt64(out long above) && above > 0
                    ? above
                    : throw tier.Error("start", "must be a whole number above 0");
                steps[start] = tier.Price("price", 0) ?? throw tier.Error("price", "is missing");
            }
        }

        return steps;
    }
}

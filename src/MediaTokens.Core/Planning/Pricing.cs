using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>Turns the tokens of one model into money.</summary>
internal sealed class Pricing
{
    private const decimal Million = 1_000_000;

    private readonly SelectedModel _model;
    private readonly PriceSettings _settings;
    private readonly ModelPrice? _price;
    private readonly Rate[] _rates;
    private readonly string? _noteOfCost;

    public Pricing(SelectedModel model, PriceSettings settings)
    {
        (_model, _settings) = (model, settings);
        _price = model.Row.PriceOn(model.Platform);
        _rates = [.. _price?.Tiers.Select(RateOf) ?? []];
        _noteOfCost = _price is null ? null : NoteOfCost(_price);
        Source = _price?.Provenance.ToString();
    }

    /// <summary>Where the price is published, when, and how sure it is; null where none is known.</summary>
    public string? Source { get; }

    /// <summary>What tokens cost in the currency asked for, and the price of a million of them; null where no price is known.</summary>
    /// <param name="tokens">All tokens.</param>
    /// <param name="audioTokens">Those of them that are sound.</param>
    public (decimal Cost, decimal PerMillion)? Of(long tokens, long audioTokens)
    {
        if (RateFor(tokens) is not { PerToken: decimal perToken } rate || (audioTokens > 0 ? rate.PerAudioToken : perToken) is not decimal perAudioToken)
        {
            return null;
        }

        return (Trim(((tokens - audioTokens) * perToken) + (audioTokens * perAudioToken)), rate.PerMillion);
    }

    /// <summary>Why there is no cost, or what a user should know of it; null where there is nothing.</summary>
    /// <param name="hasCost">Whether there is a cost.</param>
    /// <param name="tokens">All tokens.</param>
    public string? Note(bool hasCost, long tokens) => (_price, hasCost) switch
    {
        (null, _) when _model.Row.Prices.Count == 0 => $"No price of {_model.Name} is known.",
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"No price of {_model.Name} is known for {_model.Row.AsOf:yyyy-MM-dd}."),
        (_, false) => $"No {_settings.Kind.ToString().ToLowerInvariant()} price of {_model.Name} is known{ForPrompt(tokens)}.",
        _ => _noteOfCost,
    };

    private string ForPrompt(long tokens) => RateFor(tokens) is { Above: > 0 and long above }
        ? string.Create(CultureInfo.InvariantCulture, $" for prompts of more than {above} tokens")
        : "";

    private string? NoteOfCost(ModelPrice price) =>
        OfPlatform(price) is string platform && price.Note is string note ? $"{platform} {note}" : OfPlatform(price) ?? price.Note;

    /// <summary>What holds for a prompt of a size; null where no price is known.</summary>
    private Rate? RateFor(long tokens) => _price is null ? null : _rates[_price.IndexOfTier(_settings.PromptTokens ?? tokens)];

    private Rate RateOf(PriceTier tier)
    {
        decimal? price = PriceOf(tier) * _settings.ExchangeRate;
        decimal? audio = PriceOf(tier) is decimal own ? AudioPriceOf(tier, own) * _settings.ExchangeRate : null;
        return new(tier.Above, Trim(price ?? 0), price / Million, audio / Million);
    }

    /// <summary>The same number without zeros at its end.</summary>
    private static decimal Trim(decimal number)
    {
        // By its parts, since a division of decimals takes as long as the rest of a count.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        if (scale == 0 || bits[2] != 0)
        {
            return number;
        }

        ulong digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        return new((int)digits, (int)(digits >> 32), 0, bits[3] < 0, (byte)scale);
    }

    private string? OfPlatform(ModelPrice price) => price.Platform == _model.Platform || IsVendorsOwn
        ? null
        : $"The price is the vendor's own; that of {_model.Platform} may be another.";

    // Amazon sells its models on Bedrock alone.
    private bool IsVendorsOwn => _model.Platform == ModelPlatform.Bedrock && _model.Row.Family.Vendor == "Amazon";

    private decimal? PriceOf(PriceTier tier) => _settings.Kind switch
    {
        PriceKind.Cached => tier.Cached,
        PriceKind.Batch => tier.Batch,
        _ => tier.Input,
    };

    /// <summary>The price of sound: its own where the vendor has one.</summary>
    private decimal? AudioPriceOf(PriceTier tier, decimal price) => tier.Audio is null ? price : _settings.Kind switch
    {
        PriceKind.Cached => tier.CachedAudio,
        PriceKind.Batch => tier.BatchAudio,
        _ => tier.Audio,
    };

    /// <summary>What a tier comes to, in the currency asked for; null where no such price is known.</summary>
    /// <param name="Above">The tokens of the whole prompt above which it holds; 0 for any.</param>
    /// <param name="PerMillion">The price of a million tokens.</param>
    /// <param name="PerToken">The price of a token.</param>
    /// <param name="PerAudioToken">The price of a token of sound.</param>
    private sealed record Rate(long Above, decimal PerMillion, decimal? PerToken, decimal? PerAudioToken);
}

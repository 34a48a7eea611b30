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

    public Pricing(SelectedModel model, PriceSettings settings)
    {
        (_model, _settings) = (model, settings);
        _price = model.Row.PriceOn(model.Platform);
        Source = _price?.Provenance.ToString();
    }

    /// <summary>Where the price is published, when, and how sure it is; null where none is known.</summary>
    public string? Source { get; }

    /// <summary>What tokens cost in the currency asked for, and the price of a million of them; null where no price is known.</summary>
    /// <param name="tokens">All tokens.</param>
    /// <param name="audioTokens">Those of them that are sound.</param>
    public (decimal Cost, decimal PerMillion)? Of(long tokens, long audioTokens)
    {
        if (_price?.TierFor(_settings.PromptTokens ?? tokens) is not PriceTier tier || PriceOf(tier) is not decimal price
            || (audioTokens > 0 ? AudioPriceOf(tier, price) : price) is not decimal audio)
        {
            return null;
        }

        decimal cost = (((tokens - audioTokens) * price) + (audioTokens * audio)) / Million;
        return (Trim(cost * _settings.ExchangeRate), Trim(price * _settings.ExchangeRate));
    }

    /// <summary>The same number without zeros at its end.</summary>
    private static decimal Trim(decimal number) => number / 1.0000000000000000000000000000m;

    /// <summary>Why there is no cost, or what a user should know of it; null where there is nothing.</summary>
    /// <param name="hasCost">Whether there is a cost.</param>
    /// <param name="tokens">All tokens.</param>
    public string? Note(bool hasCost, long tokens) => (_price, hasCost) switch
    {
        (null, _) when _model.Row.Prices.Count == 0 => $"No price of {_model.Name} is known.",
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"No price of {_model.Name} is known for {_model.Row.AsOf:yyyy-MM-dd}."),
        (_, false) => $"No {_settings.Kind.ToString().ToLowerInvariant()} price of {_model.Name} is known{ForPrompt(tokens)}.",
        _ => OfPlatform(_price) is string platform && _price.Note is string note ? $"{platform} {note}" : OfPlatform(_price) ?? _price.Note,
    };

    private string ForPrompt(long tokens) => _price!.TierFor(_settings.PromptTokens ?? tokens).Above is > 0 and long above
        ? string.Create(CultureInfo.InvariantCulture, $" for prompts of more than {above} tokens")
        : "";

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
}

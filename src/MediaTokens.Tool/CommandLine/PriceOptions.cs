using System.CommandLine;
using MediaTokens.Rules;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The options that say how tokens become money, the same for <c>cost</c> and <c>compare</c>.</summary>
internal sealed class PriceOptions
{
    private const int CodeLength = 3;

    private readonly Option<string?> _price = Choice.Create("--price", "Which of a model's prices holds. [default: standard]", typeof(PriceKind));

    private readonly Option<string?> _currency = new("--currency")
    {
        Description = $"The currency of the cost, three letters; it needs --exchange-rate. [default: {PriceSettings.CatalogCurrency}]",
        HelpName = "CODE",
    };

    private readonly Option<string?> _rate = new("--exchange-rate") { Description = "Units of the currency for one US dollar, such as 0.92.", HelpName = "NUMBER" };

    private readonly Option<string?> _promptTokens = new("--prompt-tokens")
    {
        Description = "The tokens of the whole prompt, where the price depends on them. [default: those of each item alone]",
        HelpName = "N",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_price, _currency, _rate, _promptTokens])
        {
            command.Add(option);
        }
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense; where the rate is missing, with the id ExchangeRateMissing.</exception>
    public PriceSettings Get(ParseResult result)
    {
        string? currency = GetCurrency(result);
        decimal? rate = NumberText.Decimal(result, _rate, PriceSettings.MaximumExchangeRate);
        return new()
        {
            Kind = Choice.Get<PriceKind>(result, _price) ?? PriceKind.Standard,
            Currency = currency ?? PriceSettings.CatalogCurrency,
            ExchangeRate = GetRate(currency, rate),
            PromptTokens = NumberText.Whole(result, _promptTokens),
        };
    }

    private static decimal GetRate(string? currency, decimal? rate) => (currency, rate) switch
    {
        (null, not null) => throw new UsageException("--exchange-rate needs --currency CODE, the currency whose units it gives."),
        (PriceSettings.CatalogCurrency, not (null or 1)) => throw new UsageException($"--exchange-rate gives units for one US dollar, so for {currency} there is none but 1."),
        (not (null or PriceSettings.CatalogCurrency), null) => throw new UsageException(ErrorOutput.Describe(currency, new(
            MediaErrorId.ExchangeRateMissing,
            $"The prices are in US dollars, and no rate to {currency} is given.",
            $"Give the units of {currency} for one US dollar with --exchange-rate."))),
        _ => rate ?? 1,
    };

    private string? GetCurrency(ParseResult result) => result.GetValue(_currency) is not string code ? null
        : code.Length == CodeLength && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant()
        : throw new UsageException($"--currency does not take '{code}': give the three letters of a currency, for example EUR.");
}

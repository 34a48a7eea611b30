using System.Globalization;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Output;

/// <summary>The sums over all rows.</summary>
internal sealed class CostTotals
{
    // In the order in which the models first come.
    private readonly Dictionary<string, Sum> _models = [];
    private MediaInput? _last;
    private long _count;
    private bool _hasOthers;

    public void Add(MediaInput input, MediaTokenCost cost)
    {
        if (!ReferenceEquals(input, _last))
        {
            (_last, _count) = (input, _count + 1);
            _hasOthers |= cost.MediaType != nameof(MediaType.Image);
        }

        if (!_models.TryGetValue(cost.Model, out Sum? sum))
        {
            _models.Add(cost.Model, sum = new());
        }

        sum.Tokens += cost.Tokens;
        sum.Billed += cost.BilledIsConfirmed == true ? cost.BilledTokens : null;
    }

    /// <summary>One line: what was counted, and each model's tokens.</summary>
    public string Describe(long failures)
    {
        string models = string.Join("; ", _models.Select(pair => pair.Value.Describe(pair.Key)));
        return $"{Totals.Count(_count, _hasOthers ? "file" : "image")}{Totals.Failed(failures)}{(models.Length > 0 ? ": " : "")}{models}";
    }

    private sealed class Sum
    {
        public long Tokens { get; set; }

        // Null as soon as one of them has no billed figure that is confirmed.
        public long? Billed { get; set; } = 0;

        public string Describe(string model)
        {
            string billed = Billed is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (billed {Billed})");
            return string.Create(CultureInfo.InvariantCulture, $"{model} {Tokens} tokens{billed}");
        }
    }
}

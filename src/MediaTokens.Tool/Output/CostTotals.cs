using System.Globalization;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Output;

/// <summary>The sums over all rows.</summary>
internal sealed class CostTotals
{
    // More models are easier to read below each other.
    private const int MostOnOneLine = 3;

    // In the order in which the models first come.
    private readonly Dictionary<string, CostSum> _models = [];
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

        if (!_models.TryGetValue(cost.Model, out CostSum? sum))
        {
            _models.Add(cost.Model, sum = new());
        }

        sum.Add(cost);
    }

    /// <summary>What was counted, and each model's tokens and cost.</summary>
    /// <param name="failures">Inputs that failed, counted once for each model that refused one.</param>
    public IReadOnlyList<string> Describe(long failures)
    {
        string counted = $"{Count(_count)}{Totals.Failed(failures)}";
        if (_models.Count <= MostOnOneLine)
        {
            string models = string.Join("; ", _models.Select(pair => Line(pair.Key, pair.Value, 0, 0)));
            return [$"{counted}{(models.Length > 0 ? ": " : "")}{models}"];
        }

        if (_count == 1)
        {
            // Each row is its model's sum already.
            return [$"{counted}: costs in {_models.Values.First().Currency}"];
        }

        int name = _models.Keys.Max(model => model.Length) + 1;
        int tokens = _models.Values.Max(sum => sum.TokenText.Length);
        return [$"{counted}:", .. _models.Select(pair => $"  {Line(pair.Key, pair.Value, name, tokens)}")];
    }

    private string Line(string model, CostSum sum, int nameWidth, int tokensWidth)
    {
        // A pattern's models count only what they take.
        string part = sum.Rows == _count ? "" : string.Create(CultureInfo.InvariantCulture, $", {sum.Rows} of {Count(_count)}");
        return $"{model.PadRight(nameWidth)} {sum.TokenText.PadLeft(tokensWidth)} tokens{sum.BilledText}, {sum.CostText}{part}";
    }

    private string Count(long count) => Totals.Count(count, _hasOthers ? "file" : "image");
}

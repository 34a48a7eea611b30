using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

public sealed class ModelComparerTests : IDisposable
{
    private const string Prices = """
        {
          "schemaVersion": 2, "date": "2026-11",
          "models": [
            { "id": "dear-tiles", "family": "openai-tile-85-170" },
            { "id": "cheap-tiles", "family": "openai-tile-85-170" },
            { "id": "free-price-tiles", "family": "openai-tile-85-170" },
            { "id": "levels", "family": "gemini-3" }
          ],
          "prices": [
            { "model": "dear-tiles", "input": 10, "source": "Me", "date": "2026-10", "confidence": "Documented" },
            { "model": "cheap-tiles", "input": 1, "cached": 0.1, "source": "Me", "date": "2026-10", "confidence": "Documented" },
            { "model": "levels", "input": 2, "source": "Me", "date": "2026-10", "confidence": "Documented" }
          ]
        }
        """;

    private static readonly MediaItem Photo = MediaItem.FromSize(1024, 1024);

    private readonly CatalogFile _file = new(Prices);

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Each_setting_is_a_row_and_the_cheapest_is_first()
    {
        IReadOnlyList<MediaTokenComparison> rows = Compare([Photo], ["dear-tiles", "cheap-tiles"]);
        Assert.Equal(
            [("cheap-tiles", "Low", 85, 0.000085m), ("cheap-tiles", "High", 765, 0.000765m), ("dear-tiles", "Low", 85, 0.00085m), ("dear-tiles", "High", 765, 0.00765m)],
            rows.Select(row => (row.Model, row.Setting, row.Tokens, row.Cost!.Value)));
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Rank));
        Assert.Equal([1m, 9m, 10m, 90m], rows.Select(row => row.TimesCheapest!.Value));
        Assert.Equal([1m, 9m, 1m, 9m], rows.Select(row => row.TimesLowest!.Value));
        Assert.Equal([false, true, false, true], rows.Select(row => row.IsDefault));
    }

    [Fact]
    public void Auto_is_no_row_since_it_comes_to_another()
    {
        Assert.DoesNotContain(Compare([Photo], ["gpt-5.6-sol", "gpt-4o"]), row => row.Setting == "Auto");
        MediaTokenComparison standard = Assert.Single(Compare([Photo], ["gpt-5.6-sol"]), row => row.IsDefault);
        Assert.Equal("Original", standard.Setting);
    }

    [Fact]
    public void A_row_has_the_bounds_of_the_setting_that_it_names()
    {
        // What auto comes to on this model was never published; high detail was.
        MediaTokenComparison high = Assert.Single(Compare([Photo], ["gpt-4-turbo"]), row => row.Setting == "High");
        Assert.Equal((765L, 765L, 765L, false), (high.MinTokens, high.Tokens, high.MaxTokens, high.IsEstimate));
    }

    [Fact]
    public void Levels_are_those_of_the_request_and_of_single_parts()
    {
        IReadOnlyList<MediaTokenComparison> rows = Compare([Photo], ["levels"]);
        Assert.Equal(["Low", "Medium", "Unspecified", "High", "UltraHigh"], rows.Select(row => row.Setting));
        Assert.Equal([280L, 560, 1120, 1120, 2240], rows.Select(row => row.Tokens));
        Assert.Equal("Unspecified", Assert.Single(rows, row => row.IsDefault).Setting);
    }

    [Fact]
    public void Items_are_summed_up_with_the_least_the_mean_and_the_most()
    {
        MediaTokenComparison row = Compare([Photo, MediaItem.FromSize(512, 512), MediaItem.FromSize(2048, 4096)], ["cheap-tiles"])[^1];
        Assert.Equal((3, 765 + 255 + 1105, 255, 708, 1105), (row.Items, (int)row.Tokens, (int)row.LeastPerItem!, (int)row.MeanPerItem!, (int)row.MostPerItem!));
        Assert.Equal(0.002125m, row.Cost);
    }

    [Fact]
    public void A_row_without_a_price_is_behind_those_with_one_and_says_why()
    {
        IReadOnlyList<MediaTokenComparison> rows = Compare([Photo], ["free-price-tiles", "dear-tiles"]);
        Assert.Equal(["dear-tiles", "dear-tiles", "free-price-tiles", "free-price-tiles"], rows.Select(row => row.Model));
        Assert.Null(rows[2].Cost);
        Assert.Null(rows[2].TimesCheapest);
        Assert.Equal("No price of free-price-tiles is known.", rows[2].CostNote);
    }

    [Fact]
    public void A_model_that_leaves_items_out_is_behind_those_that_count_all()
    {
        IReadOnlyList<MediaTokenComparison> rows = Compare([Photo, Clip()], ["cheap-tiles", "levels"]);
        MediaTokenComparison partial = rows.First(row => row.Model == "cheap-tiles");
        Assert.True(partial.Rank > rows.Where(row => row.Model == "levels" && row.Uncounted == 0).Max(row => row.Rank));
        Assert.Equal((1, 1), (partial.Items, partial.Uncounted));
        Assert.StartsWith("clip.mp4: cheap-tiles does not take videos", partial.Reason, StringComparison.Ordinal);
        MediaTokenComparison ultra = Assert.Single(rows, row => row.Setting == "UltraHigh");
        Assert.Equal((1, 1), (ultra.Items, ultra.Uncounted));
    }

    [Fact]
    public void What_counts_fewer_items_is_no_multiple_of_what_counts_more()
    {
        IReadOnlyList<MediaTokenComparison> rows = Compare([Photo, Clip()], ["cheap-tiles", "levels"]);
        Assert.All(rows.Where(row => row.Uncounted == 0), row => Assert.True(row.TimesCheapest >= 1 && row.TimesLowest >= 1, row.Setting));
        MediaTokenComparison ultra = Assert.Single(rows, row => row.Setting == "UltraHigh");
        Assert.Equal((null, null), (ultra.TimesCheapest, ultra.TimesLowest));
        Assert.Equal([(null, 1m), (null, 9m)], rows.Where(row => row.Model == "cheap-tiles").Select(row => (row.TimesCheapest, row.TimesLowest!.Value)));
    }

    [Fact]
    public void A_model_that_counts_nothing_has_a_row_only_where_it_was_named()
    {
        Assert.All(Compare([Clip()], ["cheap-tiles"]), row => Assert.Equal((0, 1, null), (row.Items, row.Uncounted, row.Cost)));
        Assert.Empty(Compare([Clip()], ["cheap*"]));
    }

    [Fact]
    public void Nothing_in_is_nothing_out_for_a_pattern() => Assert.Empty(Compare([], ["*"]));

    [Fact]
    public void The_kind_of_price_and_the_currency_hold_for_every_row()
    {
        PriceSettings price = new() { Kind = PriceKind.Cached, Currency = "EUR", ExchangeRate = 0.5m };
        IReadOnlyList<MediaTokenComparison> rows = Compare([Photo], ["cheap-tiles", "dear-tiles"], new() { Price = price });
        Assert.Equal((0.00000425m, "EUR", "Cached"), (rows[0].Cost!.Value, rows[0].Currency, rows[0].Price));
        Assert.Equal("No cached price of dear-tiles is known.", rows[^1].CostNote);
    }

    [Fact]
    public void Every_model_that_ships_can_be_compared_and_each_row_tells_its_source()
    {
        IReadOnlyList<MediaTokenComparison> rows = Compare([Photo], ["*"]);
        Assert.All(rows, row => Assert.NotEmpty(row.Source));
        Assert.All(rows, row => Assert.True(row.Cost is null ? row.CostNote is not null : row.PriceSource is not null, row.Model));
        Assert.True(rows.Zip(rows.Skip(1)).All(pair => pair.First.Cost is null ? pair.Second.Cost is null : !(pair.Second.Cost < pair.First.Cost)));
    }

    private static MediaItem Clip()
    {
        VideoHeader video = new() { Duration = TimeSpan.FromSeconds(10), FrameRate = 25, HasAudio = false };
        return new("/videos/clip.mp4", new(1280, 720), new MediaHeader(MediaFormat.Mp4, new(1280, 720), Video: video), 1000);
    }

    private IReadOnlyList<MediaTokenComparison> Compare(IReadOnlyList<MediaItem> items, IReadOnlyList<string> names, CostSettings? settings = null)
    {
        Func<string, Func<string, bool>?> toPattern = name => name.EndsWith('*') ? id => id.StartsWith(name[..^1], StringComparison.Ordinal) : null;
        IReadOnlyList<SelectedModel> models = ModelSelector.Select(_file.Load(), names, toPattern, (_, exception) => throw exception);
        ModelComparer comparer = new(models, settings ?? new(), (_, exception) => throw exception);
        foreach (MediaItem item in items)
        {
            comparer.Add(item);
        }

        return comparer.Rank();
    }
}

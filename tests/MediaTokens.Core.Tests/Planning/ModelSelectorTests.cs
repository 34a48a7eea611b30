using MediaTokens.Catalog;
using MediaTokens.Planning;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>Names and patterns become rows, in the order asked for, each once.</summary>
public sealed class ModelSelectorTests
{
    [Fact]
    public void The_default_model_is_in_the_catalog() => Assert.Equal("gpt-4o", ModelCatalog.Default.Resolve(ModelSelector.DefaultModel).Id);

    [Fact]
    public void Names_keep_their_order() => Assert.Equal(["o3", "gemini-3-pro", "gpt-4o"], Select("o3", "gemini-3-pro", "gpt-4o"));

    [Fact]
    public void A_name_is_kept_as_the_user_wrote_it()
    {
        SelectedModel model = Assert.Single(All("GPT-4o-2024-11-20"));
        Assert.Equal(("GPT-4o-2024-11-20", "gpt-4o"), (model.Name, model.Row.Id));
    }

    [Fact]
    public void A_pattern_gives_the_ids_in_the_order_of_the_catalog() =>
        Assert.Equal(["gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.5-flash-lite"], Select("gemini-2.5*"));

    [Fact]
    public void A_model_that_is_asked_for_twice_is_there_once()
    {
        Assert.Equal(["gpt-4o"], Select("gpt-4o", "GPT-4O", "gpt-4o"));
        Assert.Equal(["gpt-4.1-mini", "gpt-4.1", "gpt-4.1-nano"], Select("gpt-4.1-mini", "gpt-4.1*", "gpt-4.1-nano"));
    }

    [Fact]
    public void A_star_gives_every_row_that_is_not_shut_down() => Assert.Equal(ModelCatalog.Default.Models.Where(row => !row.IsShutDown).Select(row => row.Id), Select("*"));

    [Fact]
    public void A_name_that_fits_nothing_is_reported_and_the_others_are_selected()
    {
        List<(string, MediaErrorId)> errors = [];
        IReadOnlyList<SelectedModel> models = ModelSelector.Select(
            ModelCatalog.Default, ["llava", "gpt-4o", "llava*", "", "o3"], ToPattern, (name, exception) => errors.Add((name, exception.Id)));
        Assert.Equal(["gpt-4o", "o3"], models.Select(model => model.Name));
        Assert.Equal([("llava", MediaErrorId.UnknownModel), ("llava*", MediaErrorId.UnknownModel), ("", MediaErrorId.UnknownModel)], errors);
    }

    [Fact]
    public void No_names_are_no_models() => Assert.Empty(All());

    private static IEnumerable<string> Select(params string[] names) => All(names).Select(model => model.Name);

    private static IReadOnlyList<SelectedModel> All(params string[] names) =>
        ModelSelector.Select(ModelCatalog.Default, names, ToPattern, (_, exception) => throw exception);

    // A star at the end is any text.
    private static Func<string, bool>? ToPattern(string name) =>
        name.EndsWith('*') ? id => id.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase) : null;
}

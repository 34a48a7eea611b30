using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>Which names stand for a row, and which must not fall to a relative.</summary>
public sealed class ModelNameTests
{
    [Theory]
    [InlineData("gpt-4o", "gpt-4o")]
    [InlineData("GPT-4O", "gpt-4o")]
    [InlineData("gpt-4o-2024-11-20", "gpt-4o")]
    [InlineData("gpt-4o-2024-05-13", "gpt-4o")]
    [InlineData("chatgpt-4o-latest", "chatgpt-4o-latest")]
    [InlineData("gpt-4o-mini", "gpt-4o-mini")]
    [InlineData("gpt-4o-mini-2024-07-18", "gpt-4o-mini")]
    [InlineData("gpt-4.1-2025-04-14", "gpt-4.1")]
    [InlineData("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini")]
    [InlineData("gpt-4.1-nano-2025-04-14", "gpt-4.1-nano")]
    [InlineData("gpt-4.5-preview-2025-02-27", "gpt-4.5-preview")]
    [InlineData("gpt-4-turbo-2024-04-09", "gpt-4-turbo")]
    [InlineData("gpt-4-vision-preview", "gpt-4-vision-preview")]
    [InlineData("gpt-4-1106-vision-preview", "gpt-4-vision-preview")]
    [InlineData("gpt-5-2025-08-07", "gpt-5")]
    [InlineData("gpt-5-chat-latest", "gpt-5-chat-latest")]
    [InlineData("gpt-5-mini-2025-08-07", "gpt-5-mini")]
    [InlineData("gpt-5-nano-2025-08-07", "gpt-5-nano")]
    [InlineData("gpt-5.1-2025-11-13", "gpt-5.1")]
    [InlineData("gpt-5.4-mini", "gpt-5.4-mini")]
    [InlineData("o1-2024-12-17", "o1")]
    [InlineData("o1-pro-2025-03-19", "o1-pro")]
    [InlineData("o3-2025-04-16", "o3")]
    [InlineData("o4-mini-2025-04-16", "o4-mini")]
    [InlineData("computer-use-preview-2025-03-11", "computer-use-preview")]
    [InlineData("gemini-2.5-flash", "gemini-2.5-flash")]
    [InlineData("models/gemini-2.5-flash", "gemini-2.5-flash")]
    [InlineData("gemini-2.5-flash-preview-09-2025", "gemini-2.5-flash")]
    [InlineData("gemini-2.5-flash-lite-preview-09-2025", "gemini-2.5-flash-lite")]
    [InlineData("gemini-2.5-flash-lite", "gemini-2.5-flash-lite")]
    [InlineData("gemini-2.5-pro-preview-05-06", "gemini-2.5-pro")]
    [InlineData("gemini-3-pro", "gemini-3-pro-preview")]
    [InlineData("models/gemini-3-pro-preview", "gemini-3-pro-preview")]
    [InlineData("gemini-3-flash", "gemini-3-flash-preview")]
    [InlineData("gemini-3-pro-image", "gemini-3-pro-image")]
    [InlineData("gemini-3-pro-image-preview", "gemini-3-pro-image")]
    [InlineData("gemini-2.0-flash-001", "gemini-2.0-flash")]
    [InlineData("gemini-2.0-flash-lite", "gemini-2.0-flash-lite")]
    [InlineData("gemini-1.5-pro-002", "gemini-1.5-pro")]
    [InlineData("gemini-3.1-pro-preview", "gemini-3.1-pro-preview")]
    [InlineData("gemini-3.1-flash-lite-preview", "gemini-3.1-flash-lite")]
    [InlineData("gemini-3.5-flash-lite", "gemini-3.5-flash-lite")]
    [InlineData("claude-opus-4-20250514", "claude-opus-4")]
    [InlineData("claude-sonnet-4-0", "claude-sonnet-4")]
    [InlineData("claude-haiku-4-5-20251001", "claude-haiku-4-5")]
    [InlineData("claude-3-7-sonnet-latest", "claude-3-7-sonnet")]
    [InlineData("claude-opus-5", "claude-opus-5")]
    [InlineData("pixtral-12b-2409", "pixtral-12b")]
    [InlineData("mistral-small-2506", "mistral-small")]
    [InlineData("Qwen2.5-VL-72B-Instruct", "qwen2.5-vl-72b-instruct")]
    [InlineData("qwen-vl-max-2025-08-13", "qwen-vl-max")]
    [InlineData("qwen-vl-max-2025-04-08", "qwen-vl-max-2025-04-08")] // of another family
    [InlineData("gpt-image-1", "gpt-image-1")]
    [InlineData("meta-llama/Llama-3.2-11B-Vision-Instruct-Turbo", "llama-3.2-11b-vision-instruct-turbo")]
    [InlineData("gpt-image-1-mini", "gpt-image-1-mini")]
    [InlineData("gpt-5-codex", "gpt-5-codex")]
    public void A_name_stands_for_its_row(string name, string id) => Assert.Equal(id, ModelCatalog.Default.Resolve(name).Id);

    [Theory]
    [InlineData("gpt-4o-audio-preview")]
    [InlineData("gpt-4o-audio-preview-2024-12-17")]
    [InlineData("gpt-4o-realtime-preview")]
    [InlineData("gpt-4o-transcribe")]
    [InlineData("gpt-4o-mini-transcribe")]
    [InlineData("gpt-4o-mini-tts")]
    [InlineData("gpt-4o-search-preview")]
    [InlineData("gpt-4o-2024-11-20-custom")]
    [InlineData("gpt-4ofoo")]
    [InlineData("xgpt-4o")]
    [InlineData("models/gpt-4o")]
    [InlineData("gpt-4")]
    [InlineData("gpt-4-0613")]
    [InlineData("gpt-4-turbo-preview")]
    [InlineData("gpt-5-codex-mini")]
    [InlineData("gpt-5-pro")]
    [InlineData("gpt-5.10")]
    [InlineData("gpt-5.7")]
    [InlineData("gpt-6")]
    [InlineData("gpt-image-3")]
    [InlineData("claude-opus-4-9")]
    [InlineData("claude-opus")]
    [InlineData("grok-4")]
    [InlineData("qwen3-vl")]
    [InlineData("nova-micro")]
    [InlineData("o1-mini")]
    [InlineData("o1-preview")]
    [InlineData("o1-preview-2024-09-12")]
    [InlineData("o3-mini")]
    [InlineData("o3-mini-2025-01-31")]
    [InlineData("o3-deep-research")]
    [InlineData("gemini-3.1-flash-image-preview")]
    [InlineData("gemini-2.5-flash-image")]
    [InlineData("gemini-2.5-flash-preview-tts")]
    [InlineData("gemini-2.5-flash-native-audio-preview-09-2025")]
    [InlineData("gemini-2.0-pro")]
    [InlineData("models/")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData(" gpt-4o")]
    [InlineData("gpt-4o ")]
    [InlineData("gpt-4o\n")]
    [InlineData("mistral-small-latest")] // of whichever generation is the newest
    [InlineData("mistral-medium-latest")]
    [InlineData("gpt-4o-2024-11-20\n")]
    [InlineData("gpt-4o-\u0662\u0660\u0662\u0664-11-20")] // digits of another script
    [InlineData("gemini-2.5-flash-001\n")]
    public void A_name_of_another_model_never_falls_to_a_relative(string name)
    {
        MediaException exception = Assert.Throws<MediaException>(() => ModelCatalog.Default.Resolve(name));
        Assert.Equal(MediaErrorId.UnknownModel, exception.Id);
    }

    [Theory]
    [InlineData("gpt-4p", "gpt-4o")]
    [InlineData("gpt-5.9", "gpt-5.2")]
    [InlineData("claude-opus-55", "claude-opus-5-5")]
    [InlineData("gemini-3-pro-previw", "gemini-3-pro-preview")]
    [InlineData("GEMINI-2.5-FLAS", "gemini-2.5-flash")]
    [InlineData("o4-min", "o4-mini")]
    public void An_unknown_name_is_told_the_nearest_ones(string name, string nearest)
    {
        MediaException exception = Assert.Throws<MediaException>(() => ModelCatalog.Default.Resolve(name));
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains(nearest, exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Fact]
    public void A_pattern_gives_the_rows_in_the_order_of_the_catalog() => Assert.Equal(
        ["gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.5-flash-lite"],
        ModelCatalog.Default.Match("gemini-2.5-*", id => id.StartsWith("gemini-2.5-", StringComparison.Ordinal)).Select(row => row.Id));

    [Fact]
    public void A_pattern_that_fits_an_alias_gives_its_row_once() => Assert.Equal(
        "gemini-3-pro-preview", Assert.Single(ModelCatalog.Default.Match("gemini-3-pro*w", id => id is "gemini-3-pro" or "gemini-3-pro-preview")).Id);

    [Fact]
    public void A_pattern_that_fits_only_what_came_out_later_is_not_yet_published()
    {
        ModelCatalog catalog = ModelCatalog.Load(null, new(2001, 1, 1));
        Assert.Empty(catalog.Models);
        MediaException exception = Assert.Throws<MediaException>(() => catalog.Match("gpt-5*", id => id.StartsWith("gpt-5", StringComparison.Ordinal)));
        Assert.Equal(MediaErrorId.NotYetPublished, exception.Id);
        Assert.Contains("gpt-5* are known that were published by 2001-01-01", exception.Message, StringComparison.Ordinal);
        MediaException unknown = Assert.Throws<MediaException>(() => catalog.Match("llama-*", _ => false));
        Assert.Equal(MediaErrorId.UnknownModel, unknown.Id);
        Assert.Matches("nearest names are .+, .+, .+", unknown.Message);
    }

    [Fact]
    public void A_pattern_that_fits_nothing_is_an_unknown_model() =>
        Assert.Equal(MediaErrorId.UnknownModel, Assert.Throws<MediaException>(() => ModelCatalog.Default.Match("llama-*", _ => false)).Id);
}

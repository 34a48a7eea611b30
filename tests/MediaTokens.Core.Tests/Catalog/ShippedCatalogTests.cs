using System.Globalization;
using System.Text.Json;
using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The rows that ship: each is named once, and tells where its numbers come from.</summary>
public sealed class ShippedCatalogTests
{
    private static readonly string[] Vendors = ["OpenAI", "Google", "Anthropic", "Mistral", "xAI", "Alibaba", "Together", "Meta", "Amazon"];
    private static readonly string[] OlderRows = ["gpt-5-chat-latest", "gpt-4.5-preview", "computer-use-preview"];
    private static readonly string[] OlderBudgets = ["gpt-5-mini", "gpt-5-nano", "gpt-4.1-nano", "o4-mini"];

    private static IReadOnlyCollection<ModelRow> Rows => ModelCatalog.Default.Models;

    [Fact]
    public void Every_row_tells_its_source_date_confidence_and_vendor() => Assert.All(Rows, row =>
    {
        Assert.Contains(row.Family.Vendor, Vendors);
        Assert.StartsWith(row.Family.Vendor + ", ", row.Provenance.Source, StringComparison.Ordinal);
        Assert.True(Uri.TryCreate(row.Provenance.SourceUri, UriKind.Absolute, out Uri? page) && page.Scheme == "https", row.Id);
        Assert.Matches(@"^20\d\d-(0[1-9]|1[0-2])(-\d\d)?$", row.Provenance.Date);
        Assert.True(string.CompareOrdinal(row.Provenance.Date, Shipped().GetProperty("date").GetString()) <= 0, row.Id);
        Assert.True(Enum.IsDefined(row.Provenance.Confidence), row.Id);
        Assert.Null(row.CatalogPath);
    });

    [Fact]
    public void Every_id_and_alias_is_there_once()
    {
        string[] names = [.. Rows.SelectMany(row => row.Aliases.Append(row.Id))];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^(meta-llama/)?[a-z0-9.-]+$", name));
    }

    [Fact]
    public void Every_id_and_alias_stands_for_its_own_row() =>
        Assert.All(Rows, row => Assert.All(row.Aliases.Append(row.Id), name => Assert.Same(row, ModelCatalog.Default.Resolve(name))));

    [Fact]
    public void Every_family_is_used_and_every_family_that_is_used_is_there()
    {
        JsonElement json = Shipped();
        IEnumerable<string> families = json.GetProperty("families").EnumerateObject().Select(family => family.Name);
        Assert.Equal(families.Order(StringComparer.Ordinal), Rows.SelectMany(row => row.History).Select(profile => profile.Family.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(json.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("id").GetString()), Rows.Select(row => row.Id));
    }

    [Fact]
    public void Rows_without_a_current_source_keep_their_older_date()
    {
        Assert.Equal("2024-07", ModelCatalog.Default.Resolve("gpt-4-turbo").Provenance.Date);
        Assert.All(OlderRows, id =>
            Assert.Contains("earlier edition", ModelCatalog.Default.Resolve(id).Provenance.Source, StringComparison.Ordinal));
        Assert.All(OlderBudgets, id =>
            Assert.Contains("earlier edition", ModelCatalog.Default.Resolve(id).Family.Note, StringComparison.Ordinal));
    }

    // OpenAI, Images and vision, Image input requirements: 512 MB and 1,500 images a request; 20 MB an image in the guide of 2024,
    // 50 MB and 500 images a request in the one of spring 2026.
    [Fact]
    public void OpenAI_takes_four_formats_and_what_the_edition_of_the_row_says() => Assert.All(Rows.Where(IsOpenAIText), row =>
    {
        (long, int?) limits = row.Id is "gpt-4-turbo" or "gpt-4-vision-preview" or "gpt-4.5-preview" ? (20, null)
            : row.Id == "computer-use-preview" ? (50, 500) : (512, 1500);
        Assert.Equal([MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP, MediaFormat.Gif], row.Family.Formats);
        Assert.Equal((limits, false), ((row.Family.Limits.MaximumBytes!.Value >> 20, row.Family.Limits.MaximumImages), row.Family.Limits.Animated!.Value));
        Assert.Equal([MediaType.Image], row.Family.Media);
        Assert.Equal(limits.Item1 == 512, row.Family.Uncounted.ContainsKey(MediaType.Pdf));
        Assert.Null(MediaTokenModel.FromRow(row).Recommended);
    });

    [Fact]
    public void Every_profile_of_every_row_tells_its_first_day() => Assert.All(Rows, row => Assert.All(row.History, profile =>
    {
        Assert.InRange(profile.From!.Value, new DateOnly(2023, 11, 6), new DateOnly(2026, 11, 21));
        Assert.StartsWith(profile.Family.Vendor + ", ", profile.Provenance.Source, StringComparison.Ordinal);
    }));

    // Google, Media resolution, Recommended settings; Document understanding: 50 MB and 1,000 pages.
    [Fact]
    public void Gemini_takes_images_videos_and_documents() => Assert.All(Rows.Where(row => row.Family.Name is "gemini-3" or "gemini-2.5"), row =>
    {
        Assert.Equal(3600, row.Family.Limits.MaximumImages);
        Assert.Equal([MediaType.Image, MediaType.Video, MediaType.Pdf], row.Family.Media);
        Assert.Equal((50L * 1024 * 1024, 1000), (row.Family.Limits.MaximumPdfBytes!.Value, row.Family.Limits.MaximumPdfPages!.Value));
        MediaTokenModel model = MediaTokenModel.FromRow(row);
        Assert.Equal("High", model.RecommendedForImage);
        Assert.Equal("Medium", model.RecommendedForPdf);
        Assert.Equal("Low", model.RecommendedForVideo);
        Assert.Equal("Image High, Video Low, Pdf Medium", model.Recommended);
        Assert.DoesNotContain("Gif", model.Formats);
    });

    // Anthropic, Vision, Request limits: 10 MB of base64, 5 MB on Amazon Bedrock and Google Cloud.
    [Fact]
    public void Claude_takes_four_formats_and_bytes_by_platform() => Assert.All(Rows.Where(row => row.Family.Vendor == "Anthropic"), row =>
    {
        Assert.Equal([MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.Gif, MediaFormat.WebP], row.Family.Formats);
        Assert.Equal((10L * 1024 * 1024 / 4 * 3, true), (row.Family.Limits.MaximumBytes!.Value, row.Family.Limits.Animated!.Value));
        Assert.Equal(5L * 1024 * 1024 / 4 * 3, row.Family.Limits.PlatformBytes[ModelPlatform.Bedrock]);
        Assert.Equal(5L * 1024 * 1024 / 4 * 3, row.Family.Limits.PlatformBytes[ModelPlatform.Vertex]);
        Assert.Equal([MediaType.Pdf], row.Family.Uncounted.Keys);
        Assert.Equal(row.Id is "claude-opus-4-6" or "claude-sonnet-4-6" || row.Family.Name == "anthropic-high-resolution" ? 600 : 100, row.Family.Limits.MaximumImages);
    });

    [Fact]
    public void A_missing_rule_ends_a_sentence_without_its_stop() => Assert.All(Rows, row => Assert.All(
        row.Family.Uncounted.Values.Concat(row.Family.Rule is UnpublishedRule rule ? [rule.Missing] : []),
        missing => Assert.Matches("^[a-z].*[^.]$", missing)));

    [Fact]
    public void An_edge_to_upload_stands_where_the_vendor_tells_no_scaled_size_as_our_own_choice() => Assert.All(Rows, row =>
    {
        Assert.Equal(row.Family.Vendor == "Google", row.Family.Upload is not null);
        if (row.Family.Upload is UploadLimits upload && row.Family.Rule is GeminiResolutionRule rule)
        {
            Assert.StartsWith("Our own choice, not the vendor's: ", upload.Note, StringComparison.Ordinal);
            Assert.Equal(rule.Tokens[MediaType.Image].Keys.Order(), upload.MaximumEdge.Keys.Order());
        }
    });

    // The published code of Gemma 4: a token of the grid covers 48 x 48 pixels.
    [Fact]
    public void The_edges_of_gemini_3_lose_no_pixel_of_the_grid_up_to_a_shape_of_three_to_one()
    {
        ModelFamily family = ModelCatalog.Default.Resolve("gemini-3-pro").Family;
        foreach ((PartMediaResolution level, int edge) in family.Upload!.MaximumEdge)
        {
            ImageCounter counter = family.Rule.Bind("gemini-3-pro", new() { PartMediaResolution = level, Basis = CountBasis.Billed });
            for (int other = (edge + 2) / 3; other <= edge; other++)
            {
                TokenCount grid = counter.Count(new(edge, other));
                Assert.True(grid.Columns * 48 <= edge && grid.Rows * 48 <= other, $"{edge}x{other} at {level}: {grid.Columns}x{grid.Rows}");
            }
        }
    }

    [Fact]
    public void The_view_of_a_row_says_what_the_row_says() => Assert.All(Rows, row =>
    {
        MediaTokenModel model = MediaTokenModel.FromRow(row);
        Assert.Equal((row.Id, row.Family.Name, row.Family.Vendor, row.Family.Rule.Name), (model.Name, model.Family, model.Vendor, model.Rule));
        Assert.Equal((row.Provenance.Source, row.Provenance.Date, row.Provenance.Confidence.ToString()), (model.Source, model.Date, model.Confidence));
        Assert.NotEmpty(model.Constants);
        Assert.Equal(model.Constants, row.Family.Rule.Describe().ToString(CultureInfo.InvariantCulture));
        Assert.Equal((row.Family.Rule.UsesDetail, row.Family.Rule.UsesResolution), (model.Details.Length > 0, model.MediaResolutions.Length > 0));
    });

    [Fact]
    public void The_default_catalog_is_read_once() => Assert.Same(ModelCatalog.Default, ModelCatalog.Default);

    private static bool IsOpenAIText(ModelRow row) => row.Family.Vendor == "OpenAI" && row.Family.Rule is OpenAITileRule or OpenAIPatchRule;

    private static JsonElement Shipped()
    {
        using Stream stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream("models.json")!;
        using JsonDocument json = JsonDocument.Parse(stream);
        return json.RootElement.Clone();
    }
}

using System.Globalization;
using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The row that a name stands for in the form of each platform that sells the model, and where the name says that it is called.</summary>
public sealed class PlatformNameTests(VendorCatalog vendors) : IClassFixture<VendorCatalog>
{
    /// <summary>The row, and the names under which the platform sells it.</summary>
    public static TheoryData<ModelPlatform, string, string> Names { get; } = Table(
        (ModelPlatform.Vendor, "gpt-4o", "gpt-4o GPT-4o gpt_4o gpt-4o-2024-08-06"),
        (ModelPlatform.Vendor, "chatgpt-4o-latest", "chatgpt-4o-latest chatgpt_4o_latest"),
        (ModelPlatform.Vendor, "gpt-4.1", "gpt-4.1 gpt-4-1 gpt_4.1 gpt-4.1-2025-04-14 gpt-4-1-2025-04-14"),
        (ModelPlatform.Vendor, "gpt-4-vision-preview", "gpt-4-1106-vision-preview gpt-4-vision-preview"),
        (ModelPlatform.Vendor, "gpt-5.1", "gpt-5.1 gpt-5-1 gpt-5.1-2025-11-13"),
        (ModelPlatform.Vendor, "gpt-5", "gpt-5-2025-08-07 gpt-5-20250807 gpt-5-latest"),
        (ModelPlatform.Vendor, "o1", "o1 o1-2024-12-17"),
        (ModelPlatform.Vendor, "gemini-2.5-flash", "models/gemini-2.5-flash Models/Gemini-2.5-Flash gemini-2.5-flash-001 gemini-2-5-flash gemini-2.5-flash-preview-09-2025 gemini/gemini-2.5-flash-preview-05-20"),
        (ModelPlatform.Vendor, "gemini-3.1-pro-preview", "gemini/gemini-3.1-pro-preview models/gemini-3.1-pro"),
        (ModelPlatform.Vendor, "claude-opus-4-5", "claude-opus-4-5-20251101 claude-opus-4.5 claude-opus-4-5-latest"),
        (ModelPlatform.Vendor, "claude-3-5-sonnet", "claude-3-5-sonnet-20241022 claude-3.5-sonnet claude-3-5-sonnet-latest"),
        (ModelPlatform.Vendor, "claude-opus-4", "claude-opus-4-20250514"),
        (ModelPlatform.Vendor, "pixtral-large", "pixtral-large-2411 pixtral-large-latest mistral/pixtral-large-2411"),
        (ModelPlatform.Vendor, "pixtral-12b", "pixtral-12b-2409 mistral/pixtral-12b-2409"),
        (ModelPlatform.Vendor, "mistral-small-3.1", "mistral/mistral-small-3-1-2503 mistral-small-3.1"),
        (ModelPlatform.Vendor, "mistral-small", "mistral/mistral-small mistral-small"),
        (ModelPlatform.Vendor, "grok-4", "grok-4-0709 xai/grok-4-0709 xai/grok-4-latest"),
        (ModelPlatform.Vendor, "grok-4.3", "grok-4.3 grok-4-3 xai/grok-4.3-latest"),
        (ModelPlatform.Vendor, "qwen-vl-max", "dashscope/qwen-vl-max qwen-vl-max-2025-08-13 alibaba/qwen-vl-max"),
        (ModelPlatform.Vendor, "nova-lite", "amazon-nova/nova-lite-v1 nova-lite-v1:0 nova-lite"),
        (ModelPlatform.Vendor, "llama-4-maverick-17b-128e-instruct-fp8", "together_ai/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 meta_llama/Llama-4-Maverick-17B-128E-Instruct-FP8"),
        (ModelPlatform.Bedrock, "claude-opus-4-5", "anthropic.claude-opus-4-5-20251101-v1:0 us.anthropic.claude-opus-4-5-20251101-v1:0 global.anthropic.claude-opus-4-5-v1:0 eu.anthropic.claude-opus-4.5"),
        (ModelPlatform.Bedrock, "claude-opus-5", "global.anthropic.claude-opus-5 anthropic.claude-opus-5 jp.anthropic.claude-opus-5 au.anthropic.claude-opus-5 apac.anthropic.claude-opus-5"),
        (ModelPlatform.Bedrock, "claude-opus-4-6", "anthropic.claude-opus-4-6-v1 US.Anthropic.Claude-Opus-4-6-V1"),
        (ModelPlatform.Bedrock, "claude-sonnet-4-5", "us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0 bedrock/us-gov-west-1/anthropic.claude-sonnet-4-5-20250929-v1:0"),
        (ModelPlatform.Bedrock, "claude-haiku-4-5", "anthropic.claude-haiku-4-5@20251001 bedrock/anthropic.claude-haiku-4-5-20251001-v1:0"),
        (ModelPlatform.Bedrock, "claude-3-5-sonnet", "anthropic.claude-3-5-sonnet-20241022-v2:0 bedrock/us-east-1/anthropic.claude-3-5-sonnet-20240620-v1:0 bedrock/invoke/us.anthropic.claude-3-5-sonnet-20241022-v2:0"),
        (ModelPlatform.Bedrock, "claude-3-haiku", "anthropic.claude-3-haiku-20240307-v1:0:200k bedrock/us-west-2/6-month-commitment/anthropic.claude-3-haiku-20240307-v1:0"),
        (ModelPlatform.Bedrock, "claude-sonnet-4", "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0 arn:aws:bedrock:us-west-2:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0 bedrock/arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.anthropic.claude-sonnet-4-20250514-v1:0 bedrock/converse/arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0"),
        (ModelPlatform.Bedrock, "nova-lite", "amazon.nova-lite-v1:0 amazon.nova-lite-v1:0:300k apac.amazon.nova-lite-v1:0 bedrock/converse/us.amazon.nova-lite-v1:0 arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:24k"),
        (ModelPlatform.Bedrock, "nova-premier", "us.amazon.nova-premier-v1:0 amazon.nova-premier-v1:0:mm"),
        (ModelPlatform.Bedrock, "gpt-5.5", "openai.gpt-5.5 us.openai.gpt-5.5 bedrock_mantle/openai.gpt-5.5"),
        (ModelPlatform.Bedrock, "gpt-5.6-sol", "openai.gpt-5.6-sol"),
        (ModelPlatform.Bedrock, "pixtral-large", "mistral.pixtral-large-2502-v1:0 eu.mistral.pixtral-large-2502-v1:0"),
        (ModelPlatform.Bedrock, "llama4-maverick-17b-instruct", "meta.llama4-maverick-17b-instruct-v1:0 us.meta.llama4-maverick-17b-instruct-v1:0"),
        (ModelPlatform.Bedrock, "model-y", "mycorp.model-y-v1:0 us.mycorp.model-y"),
        (ModelPlatform.Vertex, "claude-opus-4-5", "claude-opus-4-5@20251101 vertex_ai/claude-opus-4-5@20251101 publishers/anthropic/models/claude-opus-4-5@20251101 projects/my-project/locations/us-east5/publishers/anthropic/models/claude-opus-4-5@20251101"),
        (ModelPlatform.Vertex, "claude-opus-4-6", "claude-opus-4-6@default vertex_ai/claude-opus-4-6@default vertex_ai/claude-opus-4-6"),
        (ModelPlatform.Vertex, "gemini-2.5-flash", "publishers/google/models/gemini-2.5-flash vertex_ai/gemini-2.5-flash-001 vertex_ai_beta/gemini-2.5-flash //aiplatform.googleapis.com/projects/p/locations/global/publishers/google/models/gemini-2.5-flash"),
        (ModelPlatform.Vertex, "mistral-medium-3", "vertex_ai/mistral-medium-3@001 vertex_ai/mistralai/mistral-medium-3@001 vertex_ai/mistral-medium-3@latest"),
        (ModelPlatform.Vertex, "pixtral-large", "vertex_ai/pixtral-large@2411 vertex_ai/pixtral-large@2411-001 publishers/mistralai/models/pixtral-large@latest"),
        (ModelPlatform.Vertex, "llama-4-scout-17b-16e-instruct", "vertex_ai/meta/llama-4-scout-17b-16e-instruct-maas publishers/meta/models/llama-4-scout-17b-16e-instruct-maas"),
        (ModelPlatform.Vertex, "grok-4.3", "vertex_ai/xai/grok-4.3 publishers/xai/models/grok-4.3"),
        (ModelPlatform.Azure, "gpt-4o", "azure/gpt-4o azure/eu/gpt-4o-2024-08-06 azure/us/gpt-4o azure/global/gpt-4o-2024-11-20 azure/global-standard/gpt-4o-2024-08-06 azureml://registries/azure-openai/models/gpt-4o/versions/2024-11-20 azureml://registries/azure-openai/models/gpt-4o/labels/latest"),
        (ModelPlatform.Azure, "gpt-4-turbo", "azure/gpt-4-turbo-2024-04-09 azureml://registries/azure-openai/models/gpt-4/versions/turbo-2024-04-09"),
        (ModelPlatform.Azure, "gpt-4-vision-preview", "azureml://registries/azure-openai/models/gpt-4/versions/vision-preview"),
        (ModelPlatform.Azure, "claude-haiku-4-5", "azure_ai/claude-haiku-4-5"),
        (ModelPlatform.Azure, "llama-3.2-90b-vision-instruct", "azure_ai/Llama-3.2-90B-Vision-Instruct azureml://registries/azureml-meta/models/Llama-3.2-90B-Vision-Instruct/versions/1 azureml://registries/azureml-meta/models/Llama-3.2-90B-Vision-Instruct"),
        (ModelPlatform.OpenRouter, "gpt-5.4", "openai/gpt-5.4 openai/gpt-5.4-2026-03-05 openrouter/openai/gpt-5.4 openai/gpt-5.4:nitro OpenAI/GPT-5.4"),
        (ModelPlatform.OpenRouter, "gpt-4o", "openrouter/openai/gpt-4o openai/gpt-4o:extended openai/gpt-4o-2024-05-13"),
        (ModelPlatform.OpenRouter, "claude-opus-4-6", "anthropic/claude-opus-4.6 openrouter/anthropic/claude-opus-4.6 anthropic/claude-opus-4-6"),
        (ModelPlatform.OpenRouter, "claude-3-5-sonnet", "anthropic/claude-3.5-sonnet anthropic/claude-3.5-sonnet:beta anthropic/claude-3.5-sonnet-20240620"),
        (ModelPlatform.OpenRouter, "claude-3-7-sonnet", "anthropic/claude-3.7-sonnet:thinking"),
        (ModelPlatform.OpenRouter, "gemini-2.5-flash", "google/gemini-2.5-flash google/gemini-2.5-flash-preview-09-2025 google/gemini-2.5-flash-preview-05-20:thinking google/gemini-2.5-flash:online"),
        (ModelPlatform.OpenRouter, "gemini-2.5-pro", "google/gemini-2.5-pro-exp-03-25:free google/gemini-2.5-pro-preview-03-25"),
        (ModelPlatform.OpenRouter, "grok-4.3", "x-ai/grok-4.3 openrouter/x-ai/grok-4.3:floor"),
        (ModelPlatform.OpenRouter, "pixtral-large", "mistralai/pixtral-large-2411"),
        (ModelPlatform.OpenRouter, "mistral-medium-3", "mistralai/mistral-medium-3 openrouter/mistralai/mistral-medium-3:exacto"),
        (ModelPlatform.OpenRouter, "qwen2.5-vl-72b-instruct", "qwen/qwen2.5-vl-72b-instruct qwen/qwen2.5-vl-72b-instruct:free Qwen/Qwen2.5-VL-72B-Instruct"),
        (ModelPlatform.OpenRouter, "qwen3.6-plus", "qwen/qwen3.6-plus:batch"),
        (ModelPlatform.OpenRouter, "llama-3.2-90b-vision-instruct", "meta-llama/llama-3.2-90b-vision-instruct"),
        (ModelPlatform.OpenRouter, "nova-lite", "amazon/nova-lite-v1 openrouter/amazon/nova-lite-v1"),
        (ModelPlatform.OpenRouter, "model-y", "openrouter/mycorp/model-y mycorp/model-y:free"),
        (ModelPlatform.OpenRouter, "mycorp/model-x", "openrouter/mycorp/model-x"),
        (ModelPlatform.Vendor, "mycorp/model-x", "mycorp/model-x MyCorp/Model-X mycorp/model-x-2026-01-31"),
        (ModelPlatform.Vendor, "model-y", "mycorp/model-y model-y model_y model-y-latest"));

    /// <summary>Names of other models, and of these models in no form that a platform has.</summary>
    public static TheoryData<string> Foreign { get; } = [.. string.Join(
        ' ',
        // Another model of the same vendor.
        "gpt-4o-mini-tts gpt-5-search-api gpt-5.1-codex-nano gpt-5.4-pro gpt-5-1-mini gpt-5.10 gpt-5-10 o1-mini o1-preview o3-mini o3-pro o4 gpt-4 gpt-4-1106-preview gpt-4-0613 gpt-4o-1106 gpt-4o-2502",
        "gemini-3-pro-preview-image gemini-2.5-flash-image gemini-2.5-flash-preview-tts gemini-2.5 gemini-flash-latest gemini-2.5-flash-lite-image gemini-3.1-pro-preview-customtools",
        "claude-opus-4-7-fast claude-opus-4-5-fast claude-opus claude-opus-latest claude-2 claude-opus-4-5-2511 claude-opus-4-5-20251301 claude-opus-4-5-20251132 claude-3-5-sonnet-v2",
        "grok-4-1 grok-4-fast-thinking grok-4-1332 grok-4.30 grok-code-fast-1 pixtral-large-2413 pixtral-large-1411 pixtral-12b-240910 mistral-small-2402 mistral-small-2603 vertex_ai/mistral-small@2503 mistral.mistral-small-2402-v1:0 qwen-vl-max-0809 qwen3-vl-235b-a22b-embedding",
        // Bedrock.
        "amazon.nova-2-lite-v1:0 us.amazon.nova-2-lite-v1:0 amazon.nova-sonic-v1:0 amazon.nova-lite-v1:0:300x amazon.gpt-4o anthropic.gpt-4o openai.gpt-oss-120b-1:0 anthropic.claude-v2:1 anthropic.claude-instant-v1",
        "meta.llama3-1-70b-instruct-v1:0 mistral.mistral-large-2402-v1:0 xx.yy.anthropic.claude-opus-5 mars.anthropic.claude-opus-5 us.claude-opus-5 claude-opus-4-5-20251101-v1:0 gpt-4o-v1:0 gpt-4o:0",
        "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/claude-opus-5 arn:aws:bedrock:us-east-1:123456789012:provisioned-model/gpt-4o arn:aws:s3:us-east-1::foundation-model/anthropic.claude-opus-5",
        "bedrock/us-east-1/us-east-1/anthropic.claude-opus-5 bedrock/mars/anthropic.claude-opus-5 bedrock/converse/us-east-1/anthropic.gpt-4o bedrock/",
        // Vertex AI.
        "publishers/google/models/gpt-4o publishers/anthropic/models/gemini-2.5-flash publishers/google/models/ projects/p/locations/l/models/gemini-2.5-flash projects/p/locations/l/endpoints/123 vertex_ai/openai/gpt-oss-120b-maas",
        "publishers/google/gemini-2.5-flash projects/p/publishers/google/models/gemini-2.5-flash claude-opus-4-5@ claude-opus-4-5@@20251101 claude-opus-4-5@soon claude-opus-4-5@20251101@default gpt-4o-maas vertex_ai/anthropic/models/claude-opus-5",
        // Azure.
        "azure/my-deployment azure/low/1024-x-1024/gpt-4o azure/mars/gpt-4o azureml://registries/azure-openai/models/gpt-4/versions/0613 azureml://registries/azure-openai/models/gpt-4o-mini-tts/versions/1 azureml://registries/mine/models/gpt-4o/versions/1 azureml://registries/azureml-meta/models/gpt-4o/versions/1 azureml://registries/azure-openai/models/gpt-4o/versions/",
        // OpenRouter and LiteLLM.
        "openai/gpt-oss-120b anthropic/gpt-4o openai/claude-opus-5 google/gpt-4o x-ai/claude-opus-5 ~anthropic/claude-opus-latest ~openai/gpt-4o openai/gpt-4o:cheap openai/gpt-4o:free:free gpt-4o:free openai/gpt-4o-mini-search-preview openai/gpt-5-image",
        "anthropic/claude-opus-4.6-fast openrouter/auto openrouter/openrouter/auto openai/openai/gpt-4o models/gpt-4o models/openai/gpt-4o models/models/gemini-2.5-flash gemini/gpt-4o openai/ /gpt-4o / gpt-4o/ openai//gpt-4o together_ai/openai/gpt-oss-20b groq/openai/gpt-4o",
        "ft:gpt-4o-2024-08-06:me::1 replicate/openai/gpt-4o other/model-y mycorp/model-z anthropic.claude-bar-v1:0").Split(' ')];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_in_a_platforms_form_stands_for_the_vendors_model(ModelPlatform platform, string id, string name)
    {
        Assert.Equal(id, vendors.Catalog.Resolve(name).Id);
        Assert.Equal(platform, ModelName.Parse(name).Platform);
    }

    [Fact]
    public void The_tables_hold_every_platform_and_many_names()
    {
        Assert.Equal(Enum.GetValues<ModelPlatform>(), Names.Select(row => (ModelPlatform)row[0]).Distinct().Order());
        Assert.True(Names.Count >= 120, $"{Names.Count} names");
        Assert.True(Foreign.Count >= 80, $"{Foreign.Count} foreign names");
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void A_name_of_no_model_of_the_catalog_never_falls_to_one(string name) =>
        Assert.Equal(MediaErrorId.UnknownModel, Assert.Throws<MediaException>(() => vendors.Catalog.Resolve(name)).Id);

    [Theory]
    [InlineData("anthropic.claude-foo-v1:0")]
    [InlineData("mycorp/model-x")]
    [InlineData("my.model")]
    public void An_id_of_a_users_row_in_a_platforms_form_is_taken_as_written(string id)
    {
        Assert.Equal(id, vendors.Catalog.Resolve(id).Id);
        Assert.Equal(id, vendors.Catalog.Resolve(id.ToUpperInvariant()).Id);
        Assert.Equal(id, vendors.Catalog.Resolve($"{id}-2026-11-21").Id);
    }

    /// <summary>Each id in each form of a platform; with one more word it names another model, whatever the form.</summary>
    [Theory]
    [InlineData("{0}-2026-01-31", "{0}-mega-2026-01-31")]
    [InlineData("{1}/{0}", "{1}/{0}-mega")]
    [InlineData("openrouter/{1}/{0}:nitro", "openrouter/{1}/{0}-mega:nitro")]
    [InlineData("{1}.{0}-v1:0", "{1}.{0}-mega-v1:0")]
    [InlineData("us-gov.{1}.{0}", "us-gov.{1}.{0}x")]
    [InlineData("bedrock/converse/eu-west-1/apac.{1}.{0}-20260131-v1:0:300k", "bedrock/converse/eu-west-1/apac.{1}.{0}-20260131-v1:0:300k:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/{1}.{0}-v1:0", "arn:aws:bedrock:us-east-1::custom-model/{1}.{0}-v1:0")]
    [InlineData("{0}@20260131", "{0}-mega@20260131")]
    [InlineData("vertex_ai/{1}/{0}-maas", "vertex_ai/{1}/{0}-mega-maas")]
    [InlineData("projects/p/locations/l/publishers/{1}/models/{0}@default", "projects/p/locations/l/publishers/{1}/models/{0}-mega@default")]
    [InlineData("azure/eu/{0}", "azure/eu/{0}-mega")]
    [InlineData("azureml://registries/azureml-{1}/models/{0}/versions/12", "azureml://registries/azureml-{1}/models/{0}-mega/versions/12")]
    public void Every_id_of_the_catalog_is_found_in_every_form(string form, string foreign)
    {
        // An id that has a slash is already of a platform's form.
        foreach (ModelRow row in ModelCatalog.Default.Models.Where(row => !row.Id.Contains('/', StringComparison.Ordinal)))
        {
            string vendor = row.Family.Vendor.Split(' ')[0];
            Assert.Equal(row.Id, ModelCatalog.Default.Resolve(Form(form, row.Id, vendor)).Id);
            Assert.Equal(row.Id, ModelCatalog.Default.Resolve(Form(form, row.Id.Replace('.', '_').ToUpperInvariant(), vendor)).Id);
            Assert.Throws<MediaException>(() => ModelCatalog.Default.Resolve(Form(foreign, row.Id, vendor)));
            if (form.Contains("{1}", StringComparison.Ordinal))
            {
                Assert.Throws<MediaException>(() => ModelCatalog.Default.Resolve(Form(form, row.Id, "another")));
            }
        }

        static string Form(string form, string id, string vendor) => string.Format(CultureInfo.InvariantCulture, form, id, vendor);
    }

    [Fact]
    public void A_users_row_that_is_written_as_a_platforms_name_wins_over_the_vendors_model()
    {
        using CatalogFile file = new("""
            { "schemaVersion": 1, "date": "2026-11", "models": [ { "id": "openai/gpt-4o", "family": "openai-tile-70-140", "aliases": ["azure/eu/gpt-4.1", "openai.gpt-5.5"] } ] }
            """);
        ModelCatalog catalog = file.Load();
        Assert.All(["openai/gpt-4o", "openai/gpt-4o-2024-08-06", "openrouter/openai/gpt-4o:nitro", "azure/eu/gpt-4.1", "openai.gpt-5.5"], name => Assert.Equal("openai/gpt-4o", catalog.Resolve(name).Id));
        Assert.Equal("gpt-4o", catalog.Resolve("gpt-4o").Id);
        Assert.Equal("gpt-4o", catalog.Resolve("azure/gpt-4o").Id);
        Assert.Equal("gpt-4.1", catalog.Resolve("azure/us/gpt-4.1").Id);
    }

    [Fact]
    public void Of_two_ids_that_differ_in_their_separators_the_one_that_is_spelled_so_counts()
    {
        using CatalogFile file = new("""
            { "schemaVersion": 1, "date": "2026-11", "models": [ { "id": "gpt-4-1", "family": "openai-tile-70-140" }, { "id": "gpt-4_1", "family": "openai-tile-70-140" } ] }
            """);
        ModelCatalog catalog = file.Load();
        Assert.All(["gpt-4.1", "gpt-4-1", "gpt-4_1"], id => Assert.Equal(id, catalog.Resolve(id).Id));
        Assert.Equal("gpt-4.1", catalog.Resolve("openai/gpt-4.1-2025-04-14").Id);
    }

    [Theory]
    [InlineData("gpt-4o-2024-08-06", "gpt-4o-2024-08-06", null)]
    [InlineData("openrouter/anthropic/claude-3.7-sonnet:thinking", "claude-3.7-sonnet", "anthropic")]
    [InlineData("us.amazon.nova-lite-v1:0:300k", "nova-lite", "amazon")]
    [InlineData("bedrock/us-east-1/mistral.pixtral-large-2502-v1:0", "pixtral-large-2502", "mistral")]
    [InlineData("vertex_ai/claude-opus-4-5@20251101", "claude-opus-4-5-20251101", null)]
    [InlineData("publishers/Meta/models/llama-4-scout-17b-16e-instruct-maas", "llama-4-scout-17b-16e-instruct", "meta")]
    [InlineData("azureml://registries/azure-openai/models/gpt-4o/versions/2024-11-20", "gpt-4o-2024-11-20", "openai")]
    [InlineData("models/gemini-2.5-pro", "gemini-2.5-pro", "google")]
    [InlineData("qwen3.6-plus", "qwen3.6-plus", null)]
    [InlineData("a/b/c/d", "a/b/c/d", null)]
    [InlineData("", "", null)]
    public void A_name_is_taken_apart(string name, string id, string? vendor)
    {
        ModelName parsed = ModelName.Parse(name);
        Assert.Equal((id, vendor), (parsed.Id, parsed.Vendor));
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc", ModelPlatform.Bedrock)]
    [InlineData("bedrock/arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc", ModelPlatform.Bedrock)]
    [InlineData("azure/my-deployment", ModelPlatform.Azure)]
    [InlineData("openrouter/auto", ModelPlatform.OpenRouter)]
    [InlineData("projects/p/locations/l/publishers/x/models/y", ModelPlatform.Vertex)]
    [InlineData("my-deployment", ModelPlatform.Vendor)]
    public void The_form_tells_the_platform_where_the_model_is_unknown(string name, ModelPlatform platform) => Assert.Equal(platform, ModelName.Parse(name).Platform);

    [Fact]
    public void An_unknown_name_in_a_platforms_form_is_told_the_nearest_ids() => Assert.Contains(
        "claude-opus-4-5", Assert.Throws<MediaException>(() => vendors.Catalog.Resolve("us.anthropic.claude-opsu-4-5-v1:0")).Message, StringComparison.Ordinal);

    /// <summary>A name may come from a file that nobody looked at.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("/")]
    [InlineData(":")]
    [InlineData(".")]
    [InlineData("@")]
    [InlineData("-v1")]
    [InlineData(":1")]
    [InlineData("us.")]
    [InlineData("-2024")]
    [InlineData("bedrock/")]
    [InlineData("arn:aws:bedrock:")]
    [InlineData("publishers/a/models/")]
    [InlineData("\0\n")]
    public void A_name_of_100000_characters_is_only_an_unknown_one(string part)
    {
        string name = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        Assert.All([name, $"bedrock/{name}", $"openrouter/openai/gpt-4o{name}", $"claude-opus-5@{name}"], each =>
            Assert.Equal(MediaErrorId.UnknownModel, Assert.Throws<MediaException>(() => vendors.Catalog.Resolve(each)).Id));
    }

    private static TheoryData<ModelPlatform, string, string> Table(params (ModelPlatform Platform, string Id, string Names)[] rows)
    {
        TheoryData<ModelPlatform, string, string> table = [];
        foreach ((ModelPlatform platform, string id, string names) in rows)
        {
            foreach (string name in names.Split(' '))
            {
                table.Add(platform, id, name);
            }
        }

        return table;
    }
}

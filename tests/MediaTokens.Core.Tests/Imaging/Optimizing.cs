using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using MediaTokens.Planning;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>A folder of sources, and results made of them in memory.</summary>
internal sealed class Optimizing : IDisposable
{
    /// <summary>A size that gpt-4o looks at as it is.</summary>
    public static readonly PixelSize Small = new(600, 400);

    public Scratch Scratch { get; } = new();

    public static SelectedModel Model(string name) => new(name, ModelCatalog.Default.Resolve(name));

    public static OptimizeOptions For(string model = "gpt-4o") => new() { Model = Model(model) };

    public static EngineSet Engines(params FakeEngine[] engines) =>
        EngineSet.Choose([.. engines.Select(engine => new EngineStatus(engine.Name, engine, null))], EngineChoice.Auto);

    /// <summary>A file whose name and length are of no importance.</summary>
    public string Source(MediaFormat format = MediaFormat.Jpeg, PixelSize? size = null, int length = 10_000, params byte[][] extra) =>
        Scratch.Put($"source-{Guid.NewGuid():N}.{format}", Picture.Of(format, size ?? Small, length, extra));

    /// <summary>Makes one result, and asserts that its file is what it says and that no image is left in memory.</summary>
    public static OptimizeResult Make(OptimizeOptions options, string source, params FakeEngine[] engines)
    {
        OptimizeResult result = new ImageOptimizer(options, Engines(engines)).Optimize(source, default);
        Honest(options, source, result);
        Xunit.Assert.All(engines, engine => Xunit.Assert.Equal(0, engine.Alive));
        return result;
    }

    public OptimizedImage Of(OptimizeOptions options, string source, params FakeEngine[] engines) => Make(options, source, engines).At(Scratch.At("result"));

    public void Dispose() => Scratch.Dispose();

    /// <summary>What a result says of itself is what its bytes say.</summary>
    private static void Honest(OptimizeOptions options, string source, OptimizeResult result)
    {
        OptimizedImage said = result.At("result");
        using ImageBytes bytes = ImageBytes.Copy(result.Content.ToArray());
        MediaHeader header = MediaHeaderReader.Read(bytes);
        Xunit.Assert.Equal(header.Size, new(said.Width, said.Height));
        Xunit.Assert.Equal(header.Format, result.Format);
        Xunit.Assert.Equal(header.Format.ToString(), said.Format);
        Xunit.Assert.Equal(bytes.Length, said.Bytes);
        Xunit.Assert.Equal(new FileInfo(source).Length, said.SourceBytes);
        CostPlan plan = Rules.Cost.Plan(options.Model.Name, options.Settings);
        Xunit.Assert.Equal(plan.Count(MediaItem.FromSize(said.Width, said.Height)).Tokens, said.Tokens);
        Xunit.Assert.True(said.SourceTokens is null || said.Tokens <= said.SourceTokens);
        Xunit.Assert.Equal(result.IsUnchanged, bytes.Span.SequenceEqual(File.ReadAllBytes(source)));
        Xunit.Assert.NotEmpty(said.Explanation);
    }
}

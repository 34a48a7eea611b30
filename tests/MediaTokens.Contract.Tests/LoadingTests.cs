using System.Runtime.Loader;
using MediaTokens.Adapters;
using MediaTokens.Imaging;
using MediaTokens.Loading;

namespace MediaTokens.Contract.Tests;

public sealed class LoadingTests
{
    [Fact]
    public void The_loader_has_the_names_right()
    {
        Assert.Equal(AdapterLoader.AssemblyName, typeof(EngineProvider).Assembly.GetName().Name);
        Assert.Equal(AdapterLoader.ProviderName, typeof(EngineProvider).FullName);
    }

    [Fact]
    public void The_module_itself_knows_nothing_of_the_adapters_at_compile_time() =>
        Assert.DoesNotContain(Repository.Module.GetReferencedAssemblies(), name => name.Name == AdapterLoader.AssemblyName);

    [Fact]
    public void The_adapters_live_apart_and_share_the_contract()
    {
        IEngineProvider provider = AdapterLoader.Load(AppContext.BaseDirectory);

        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(provider.GetType().Assembly));
        Assert.NotEqual(typeof(EngineProvider), provider.GetType());
        Assert.Contains(provider.Find(), status => status.Name == EngineNames.ImageSharp);
    }

    [Fact]
    public void A_module_without_its_dependencies_says_that_it_is_incomplete()
    {
        MediaException error = Assert.Throws<MediaException>(() => AdapterLoader.Load(Path.Combine(AppContext.BaseDirectory, "dependencies")));

        Assert.Equal(MediaErrorId.NoEngine, error.Id);
        Assert.Contains("incomplete", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adapter_that_is_no_assembly_says_so_too()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mediatokens-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, $"{AdapterLoader.AssemblyName}.dll"), "cut off");

            Assert.Equal(MediaErrorId.NoEngine, Assert.Throws<MediaException>(() => AdapterLoader.Load(folder.FullName)).Id);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Text.RegularExpressions;

namespace MediaTokens.Contract.Tests;

public sealed partial class ManifestTests
{
    private static readonly string Manifest = Repository.Read("MediaTokens.psd1");

    [Fact]
    public void Exports_exactly_the_cmdlets_of_the_assembly()
    {
        string exports = Regex.Match(Manifest, @"CmdletsToExport\s*=\s*@\((?<list>[^)]*)\)").Groups["list"].Value;

        Assert.Equal(
            CmdletFacts.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal),
            Quoted().Matches(exports).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void Exports_nothing_else(string key) => Assert.Matches($@"{key}\s*=\s*@\(\)", Manifest);

    [Fact]
    public void Loads_the_assembly_itself_and_nothing_before_it()
    {
        Assert.Matches(@"RootModule\s*=\s*'MediaTokens\.dll'", Manifest);
        Assert.DoesNotContain("RequiredAssemblies", Manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("NestedModules", Manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("ScriptsToProcess", Manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_version_of_the_assemblies_and_of_the_changelog()
    {
        string version = Regex.Match(Manifest, @"ModuleVersion\s*=\s*'([^']+)'").Groups[1].Value;

        Assert.Equal(Repository.ReadXml("Directory.Build.props").Descendants("Version").Single().Value, version);
        Assert.Contains($"## [{version}]", Repository.Read("CHANGELOG.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FormatsToProcess")]
    [InlineData("TypesToProcess")]
    public void Names_files_that_are_there(string key)
    {
        string file = Regex.Match(Manifest, $@"{key}\s*=\s*@\('([^']+)'\)").Groups[1].Value;

        Assert.True(File.Exists(Path.Combine(Repository.Root, "module", file)), file);
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}

using System.Management.Automation;
using System.Reflection;
using MediaTokens.Completion;

namespace MediaTokens.Contract.Tests;

public sealed class CmdletTests
{
    private static readonly HashSet<string> ApprovedVerbs =
    [
        .. typeof(VerbsCommon).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    public static TheoryData<string> Names => CmdletFacts.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_named_after_its_class_with_an_approved_verb_and_a_singular_noun(string name)
    {
        CmdletFacts cmdlet = CmdletFacts.Of(name);

        Assert.Contains(cmdlet.Verb, ApprovedVerbs);
        Assert.False(cmdlet.Noun.EndsWith('s'), name);
        Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.Type.Name);
        Assert.Equal("MediaTokens.Commands", cmdlet.Type.Namespace);
        Assert.True(cmdlet.Type.IsSealed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_it_puts_out(string name)
    {
        Assert.Equal("MediaTokens", Assert.Single(CmdletFacts.Of(name).OutputTypes, type => type != typeof(bool)).Namespace);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_a_default_set_when_it_has_several(string name)
    {
        CmdletFacts cmdlet = CmdletFacts.Of(name);

        if (cmdlet.Sets.Count() > 1)
        {
            Assert.Contains(cmdlet.DefaultSet!, cmdlet.Sets);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Takes_at_most_one_parameter_of_a_set_by_value(string name)
    {
        CmdletFacts cmdlet = CmdletFacts.Of(name);

        Assert.All(cmdlet.Sets, set => Assert.True(cmdlet.InSet(set).Count(parameter => parameter.Place.ByValue) <= 1, set));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_enums_and_switches_their_own_types(string name)
    {
        Assert.All(
            CmdletFacts.Of(name).Parameters,
            parameter => Assert.True(parameter.Type != typeof(bool) && !CmdletFacts.Written<ValidateSetAttribute>(parameter.Property).Any(), parameter.Name));
    }

    [Theory]
    [InlineData("Compare-MediaTokenModel")]
    [InlineData("Get-MediaTokenCost")]
    [InlineData("Optimize-ImageForVision")]
    [InlineData("Test-MediaForVision")]
    public void Paths_bind_as_PowerShell_users_expect(string name)
    {
        CmdletFacts cost = CmdletFacts.Of(name);

        Assert.Equal("Path", cost.DefaultSet);
        Assert.Equal(new("Path", IsMandatory: true, Position: 0, ByValue: true, ByPropertyName: false, IsHidden: false), Assert.Single(cost.Parameter("Path").Places));
        Assert.True(cost.Parameter("Path").TakesWildcards);
        Assert.Equal(
            new("LiteralPath", IsMandatory: true, Position: null, ByValue: false, ByPropertyName: true, IsHidden: false),
            Assert.Single(cost.Parameter("LiteralPath").Places));
        Assert.Equal(["PSPath", "FullName", "LP"], cost.Parameter("LiteralPath").Aliases);
    }

    [Theory]
    [InlineData("Optimize-ImageForVision", "Model")]
    [InlineData("Optimize-ImageForVision", "BaseModel")]
    [InlineData("Optimize-ImageForVision", "Detail")]
    [InlineData("Optimize-ImageForVision", "MediaResolution")]
    [InlineData("Test-MediaForVision", "Model")]
    [InlineData("Test-MediaForVision", "BaseModel")]
    [InlineData("Test-MediaForVision", "Detail")]
    [InlineData("Test-MediaForVision", "MediaResolution")]
    public void The_model_and_its_setting_come_along_with_an_object(string name, string parameter) => Assert.Equal(
        [("LiteralPath", true), ("Path", false)],
        CmdletFacts.Of(name).Parameter(parameter).Places.Select(place => (place.Set, place.ByPropertyName)).Order());

    [Theory]
    [InlineData("Compare-MediaTokenModel", "Model")]
    [InlineData("Get-MediaTokenCost", "Model")]
    [InlineData("Get-MediaTokenModel", "Name")]
    public void Model_names_are_completed_and_not_fenced_in(string name, string parameter)
    {
        ParameterFacts facts = CmdletFacts.Of(name).Parameter(parameter);

        Assert.Equal(typeof(string[]), facts.Type);
        Assert.True(facts.TakesWildcards);
        Assert.Equal(
            typeof(ModelCompleter),
            Assert.Single(CmdletFacts.Written<ArgumentCompleterAttribute>(facts.Property)).ConstructorArguments.Single().Value);
    }

    [Theory]
    [InlineData("Compare-MediaTokenModel")]
    [InlineData("Get-MediaTokenCost")]
    [InlineData("New-VisionRequest")]
    [InlineData("Optimize-ImageForVision")]
    [InlineData("Test-MediaForVision")]
    public void The_model_behind_a_deployment_is_completed(string name) => Assert.Equal(
        typeof(ModelCompleter),
        Assert.Single(CmdletFacts.Written<ArgumentCompleterAttribute>(CmdletFacts.Of(name).Parameter("BaseModel").Property)).ConstructorArguments.Single().Value);

    [Fact]
    public void Only_the_cmdlets_that_write_ask_first() => Assert.Equal(
        ["Optimize-ImageForVision", "Update-MediaTokenCatalog"],
        CmdletFacts.All.Where(cmdlet => cmdlet.SupportsShouldProcess).Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_newer_catalog_is_a_file_or_an_address()
    {
        CmdletFacts update = CmdletFacts.Of("Update-MediaTokenCatalog");

        Assert.Equal(("Path", true, 0), (update.DefaultSet, Assert.Single(update.Parameter("Path").Places).IsMandatory, Assert.Single(update.Parameter("Path").Places).Position));
        Assert.Equal(["LiteralPath", "PSPath", "FullName", "LP"], update.Parameter("Path").Aliases);
        Assert.Equal(new("Uri", IsMandatory: true, Position: null, ByValue: false, ByPropertyName: false, IsHidden: false), Assert.Single(update.Parameter("Uri").Places));
    }
}

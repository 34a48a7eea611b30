using System.Xml.Linq;
using MediaTokens.Catalog;

namespace MediaTokens.Contract.Tests;

public sealed class HelpTests
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly XDocument Help = Repository.ReadXml("module", "en-US", "MediaTokens.dll-Help.xml");

    public static TheoryData<string> Names => CmdletFacts.Names;

    [Fact]
    public void There_is_help_for_exactly_the_cmdlets() => Assert.Equal(
        CmdletFacts.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal),
        Help.Descendants(Command + "details").Select(details => details.Element(Command + "name")!.Value).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_synopsis_description_inputs_outputs_and_error_ids(string name)
    {
        XElement help = Of(name);

        Assert.NotEqual("", help.Element(Command + "details")!.Element(Maml + "description")!.Value.Trim());
        Assert.NotEqual("", help.Element(Maml + "description")!.Value.Trim());
        Assert.NotEmpty(help.Descendants(Command + "inputType"));
        Assert.NotEmpty(help.Descendants(Command + "returnValue"));
        Assert.Contains(Enum.GetNames<MediaErrorId>(), id => help.Element(Maml + "alertSet")!.Value.Contains(id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_two_examples_or_more_with_their_output(string name)
    {
        XElement[] examples = [.. Of(name).Descendants(Command + "example")];

        Assert.True(examples.Length >= 2);
        Assert.All(examples, example =>
        {
            string code = example.Element(Dev + "code")!.Value;
            Assert.StartsWith("PS> ", code, StringComparison.Ordinal);
            Assert.True(code.Split('\n').Length > 2, code);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Describes_every_parameter_as_the_attributes_have_it(string name)
    {
        CmdletFacts cmdlet = CmdletFacts.Of(name);
        XElement[] described = [.. Of(name).Element(Command + "parameters")!.Elements(Command + "parameter").Where(parameter => !IsPowerShells(NameOf(parameter)))];

        Assert.Equal(
            cmdlet.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            described.Select(NameOf).Order(StringComparer.Ordinal));
        foreach (XElement parameter in described)
        {
            ParameterFacts facts = cmdlet.Parameter(NameOf(parameter));
            ParameterPlace place = facts.Places.First(place => !place.IsHidden);
            Assert.True(parameter.Element(Maml + "description")!.Value.Trim().Length > 10, facts.Name);
            Assert.Equal(place.IsMandatory, bool.Parse(parameter.Attribute("required")!.Value));
            Assert.Equal(place.Position is int position ? $"{position}" : "named", parameter.Attribute("position")!.Value);
            Assert.Equal(Pipeline(facts), parameter.Attribute("pipelineInput")!.Value);
            Assert.Equal(facts.TakesWildcards, bool.Parse(parameter.Attribute("globbing")!.Value));
            Assert.Equal(facts.Aliases.DefaultIfEmpty("none"), parameter.Attribute("aliases")!.Value.Split(", "));
            Assert.Equal(facts.Type.Name, parameter.Element(Dev + "type")!.Element(Maml + "name")!.Value);
            Assert.Equal(
                facts.Type.IsEnum ? Enum.GetNames(facts.Type) : [],
                parameter.Descendants(Command + "parameterValueGroup").Elements().Select(value => value.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shows_the_syntax_of_every_set(string name)
    {
        CmdletFacts cmdlet = CmdletFacts.Of(name);
        IEnumerable<string> expected = cmdlet.Sets.Select(set => string.Join(' ', cmdlet.InSet(set).Select(parameter => parameter.Parameter.Name).Order(StringComparer.Ordinal)));
        IEnumerable<string> shown = Of(name).Descendants(Command + "syntaxItem")
            .Select(item => string.Join(' ', item.Elements(Command + "parameter").Select(NameOf).Where(parameter => !IsPowerShells(parameter)).Order(StringComparer.Ordinal)));

        Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Describes_WhatIf_and_Confirm_where_PowerShell_adds_them(string name) => Assert.Equal(
        CmdletFacts.Of(name).SupportsShouldProcess ? ["Confirm", "WhatIf"] : [],
        Of(name).Element(Command + "parameters")!.Elements(Command + "parameter").Select(NameOf).Where(IsPowerShells).Order(StringComparer.Ordinal));

    [Fact]
    public void The_about_topic_lists_every_error_id()
    {
        string about = Repository.Read("module", "en-US", "about_MediaTokens.help.txt");

        Assert.All(Enum.GetNames<MediaErrorId>(), id => Assert.Contains($"    {id} ", about, StringComparison.Ordinal));
    }

    [Fact]
    public void The_catalog_of_the_about_topic_can_be_used()
    {
        string[] lines = Repository.Read("module", "en-US", "about_MediaTokens.help.txt").Split('\n');
        int first = Array.FindIndex(lines, line => line.TrimEnd() == "        {");
        int last = Array.FindIndex(lines, line => line.TrimEnd() == "        }");
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, lines[first..(last + 1)]);
            ModelCatalog catalog = ModelCatalog.Load(path);
            Assert.Equal(["my-model", "my-deployment"], catalog.Models.Where(row => row.CatalogPath == path).Select(row => row.Id));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static XElement Of(string name) =>
        Help.Descendants(Command + "command").Single(help => help.Element(Command + "details")!.Element(Command + "name")!.Value == name);

    private static string NameOf(XElement parameter) => parameter.Element(Maml + "name")!.Value;

    private static bool IsPowerShells(string parameter) => parameter is "WhatIf" or "Confirm";

    private static string Pipeline(ParameterFacts parameter) => (parameter.Places.Any(place => place.ByValue), parameter.Places.Any(place => place.ByPropertyName)) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}

using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;

namespace MediaTokens.Contract.Tests;

/// <summary>
/// What a cmdlet's attributes say, read as they are written in the assembly: the attributes of the compile-time
/// contract forget at run time what they are given.
/// </summary>
internal sealed class CmdletFacts
{
    private CmdletFacts(Type type)
    {
        CustomAttributeData cmdlet = Written<CmdletAttribute>(type).Single();
        Type = type;
        Verb = (string)cmdlet.ConstructorArguments[0].Value!;
        Noun = (string)cmdlet.ConstructorArguments[1].Value!;
        DefaultSet = Named<string>(cmdlet, "DefaultParameterSetName");
        SupportsShouldProcess = Named<bool>(cmdlet, "SupportsShouldProcess");
        OutputTypes = [.. Written<OutputTypeAttribute>(type)
            .SelectMany(output => (ReadOnlyCollection<CustomAttributeTypedArgument>)output.ConstructorArguments[0].Value!)
            .Select(argument => (Type)argument.Value!)];
        Parameters = [.. type.GetProperties()
            .Where(property => Written<ParameterAttribute>(property).Any())
            .Select(property => new ParameterFacts(property))];
    }

    public static IReadOnlyList<CmdletFacts> All { get; } =
        [.. Repository.Module.GetTypes().Where(type => Written<CmdletAttribute>(type).Any()).Select(type => new CmdletFacts(type))];

    public static TheoryData<string> Names => [.. All.Select(cmdlet => cmdlet.Name)];

    public Type Type { get; }

    public string Verb { get; }

    public string Noun { get; }

    public string Name => $"{Verb}-{Noun}";

    public string? DefaultSet { get; }

    public bool SupportsShouldProcess { get; }

    public IReadOnlyList<Type> OutputTypes { get; }

    public IReadOnlyList<ParameterFacts> Parameters { get; }

    public IEnumerable<string> Sets => Parameters
        .SelectMany(parameter => parameter.Places)
        .Select(place => place.Set)
        .Where(set => set != ParameterFacts.EverySet)
        .DefaultIfEmpty(ParameterFacts.EverySet)
        .Distinct();

    public static CmdletFacts Of(string name) => All.Single(cmdlet => cmdlet.Name == name);

    public static IEnumerable<CustomAttributeData> Written<T>(MemberInfo member)
        where T : Attribute => member.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(T));

    public static T? Named<T>(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => (T?)argument.TypedValue.Value).FirstOrDefault();

    public ParameterFacts Parameter(string name) => Parameters.Single(parameter => parameter.Name == name);

    /// <summary>The parameters of a set that a user sees, with their place in it.</summary>
    public IEnumerable<(ParameterFacts Parameter, ParameterPlace Place)> InSet(string set) => Parameters
        .Select(parameter => (parameter, Place: parameter.Places.FirstOrDefault(place => place.Set == set || place.Set == ParameterFacts.EverySet)))
        .Where(pair => pair.Place is { IsHidden: false })
        .Select(pair => (pair.parameter, pair.Place!));
}

/// <summary>What the attributes of a parameter say.</summary>
internal sealed class ParameterFacts
{
    public const string EverySet = "__AllParameterSets";

    public ParameterFacts(PropertyInfo property)
    {
        Property = property;
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Places = [.. CmdletFacts.Written<ParameterAttribute>(property).Select(attribute => new ParameterPlace(
            CmdletFacts.Named<string>(attribute, "ParameterSetName") ?? EverySet,
            CmdletFacts.Named<bool>(attribute, "Mandatory"),
            CmdletFacts.Named<int?>(attribute, "Position"),
            CmdletFacts.Named<bool>(attribute, "ValueFromPipeline"),
            CmdletFacts.Named<bool>(attribute, "ValueFromPipelineByPropertyName"),
            CmdletFacts.Named<bool>(attribute, "DontShow")))];
        Aliases = [.. CmdletFacts.Written<AliasAttribute>(property)
            .SelectMany(alias => (ReadOnlyCollection<CustomAttributeTypedArgument>)alias.ConstructorArguments[0].Value!)
            .Select(argument => (string)argument.Value!)];
    }

    public PropertyInfo Property { get; }

    public string Name => Property.Name;

    public Type Type { get; }

    public IReadOnlyList<ParameterPlace> Places { get; }

    public IReadOnlyList<string> Aliases { get; }

    public bool TakesWildcards => CmdletFacts.Written<SupportsWildcardsAttribute>(Property).Any();
}

/// <summary>How a parameter stands in one parameter set.</summary>
internal sealed record ParameterPlace(string Set, bool IsMandatory, int? Position, bool ByValue, bool ByPropertyName, bool IsHidden);

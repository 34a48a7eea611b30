using System.Reflection;
using System.Xml.Linq;

namespace MediaTokens.Contract.Tests;

public sealed class ViewTests
{
    private const int Columns = 120;
    private const int LeastWorking = 36;

    // Of 80 columns PowerShell leaves the last one free.
    private const int NarrowColumns = 79;

    private static readonly XDocument Format = Repository.ReadXml("module", "MediaTokens.Format.ps1xml");

    public static TheoryData<string> Types =>
    [
        nameof(MediaTokenCost), nameof(MediaTokenEngine), nameof(MediaTokenModel), nameof(OptimizedImage), nameof(MediaVisionTest),
        nameof(VisionRequest), nameof(VisionRequestItem), nameof(VisionResponse), "MediaTokenUsage",
        nameof(MediaTokenComparison), nameof(MediaTokenCatalogChange),
    ];

    [Fact]
    public void Views_name_properties_only_so_that_constrained_language_mode_shows_them() =>
        Assert.Empty(Format.Descendants("ScriptBlock"));

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_column_is_a_property_of_its_type(string type)
    {
        HashSet<string> properties = [.. TypeNamed(type).GetProperties().Select(property => property.Name)];

        Assert.NotEmpty(Views(type));
        Assert.All(Views(type).Descendants("PropertyName"), name => Assert.Contains(name.Value, properties));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Deserialized_objects_have_the_same_views(string type) =>
        Assert.All(Views(type), view => Assert.Contains(view.Descendants("TypeName"), name => name.Value == $"Deserialized.MediaTokens.{type}"));

    [Theory]
    [MemberData(nameof(Types))]
    public void Tables_fit_the_width_of_a_terminal_and_leave_room_for_the_working(string type) => Assert.All(
        Views(type).Descendants("TableHeaders"),
        table =>
        {
            XElement[] headers = [.. table.Elements("TableColumnHeader")];
            int used = headers.Sum(header => (int?)header.Element("Width") ?? 0) + headers.Length - 1;

            Assert.Equal("", string.Concat(headers[..^1].Where(header => header.Element("Width") is null)));
            // A last column without a width takes what is left.
            Assert.True(used + (headers[^1].Element("Width") is null ? LeastWorking : 0) <= Columns, $"{used} columns are taken");
        });

    [Theory]
    [InlineData("MediaTokens.MediaTokenCost", "Cost")]
    [InlineData("MediaTokens.MediaTokenComparison", "TimesCheapest")]
    [InlineData("Spread", "Cost")]
    [InlineData("MediaTokens.MediaTokenModel", "BatchPrice")]
    public void A_narrow_terminal_shows_the_money_too(string view, string last)
    {
        XElement table = Format.Descendants("View").First(each => each.Element("Name")!.Value == view && each.Element("TableControl") is not null);
        int count = table.Descendants("TableColumnItem").TakeWhile(item => item.Element("PropertyName")!.Value != last).Count() + 1;
        int used = table.Descendants("TableColumnHeader").Take(count).Sum(header => (int)header.Element("Width")!) + count - 1;

        // A column of money that lacks one character has room for what single files cost.
        Assert.True(used <= NarrowColumns + 1, $"{used} columns are taken");
    }

    [Fact]
    public void Rows_have_an_item_for_each_header() => Assert.All(
        Format.Descendants("TableControl"),
        table => Assert.Equal(table.Descendants("TableColumnHeader").Count(), table.Descendants("TableColumnItem").Count()));

    [Theory]
    [MemberData(nameof(Types))]
    public void Results_hold_values_that_survive_a_job_and_cannot_be_changed(string type) => Assert.All(
        TypeNamed(type).GetProperties(),
        property =>
        {
            Type value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.True(value.IsPrimitive || value == typeof(string) || value == typeof(decimal) || value == typeof(TimeSpan) || value == typeof(string[])
                || value == typeof(VisionRequestItem[]), property.Name);
            Assert.False(property.SetMethod is { IsPublic: true }, property.Name);
        });

    private static Type TypeNamed(string type) => typeof(MediaTokenCost).Assembly.GetType($"MediaTokens.{type}", throwOnError: true)!;

    private static IEnumerable<XElement> Views(string type) =>
        Format.Descendants("View").Where(view => view.Descendants("TypeName").Any(name => name.Value == $"MediaTokens.{type}"));
}

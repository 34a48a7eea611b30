using System.Management.Automation;
using MediaTokens.Errors;

namespace MediaTokens.Contract.Tests;

public sealed class ErrorTests
{
    public static TheoryData<MediaErrorId> Ids => [.. Enum.GetValues<MediaErrorId>()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_category_that_says_something(MediaErrorId id) =>
        Assert.NotEqual(ErrorCategory.NotSpecified, ErrorRecords.Category(id));
}

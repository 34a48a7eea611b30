using MediaTokens.Planning;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>Times within a video as users write them.</summary>
public sealed class MediaTimeTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("12.5", 12.5)]
    [InlineData("1250s", 1250)]
    [InlineData("0", 0)]
    [InlineData(" 0:01:30 ", 90)]
    [InlineData("01:00:00.25", 3600.25)]
    [InlineData("1.02:00:00", 93_600)]
    public void Seconds_and_hours_are_times(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), MediaTime.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1:30")] // a minute and a half to some, an hour and a half to others
    [InlineData("1,5")]
    [InlineData("ten")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    [InlineData("0:60:00")]
    public void Anything_else_is_none(string text) => Assert.Null(MediaTime.TryParse(text));
}

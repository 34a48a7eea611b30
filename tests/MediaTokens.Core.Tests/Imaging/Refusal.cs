using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>A failure that a user can act on.</summary>
internal static class Refusal
{
    /// <summary>Expects a failure under an id.</summary>
    public static MediaException Of(MediaErrorId id, Func<object?> action)
    {
        MediaException exception = Assert.Throws<MediaException>(action);
        Assert.Equal(id, exception.Id);
        Assert.NotEmpty(exception.Message);
        Assert.NotEmpty(exception.RecommendedAction);
        return exception;
    }
}

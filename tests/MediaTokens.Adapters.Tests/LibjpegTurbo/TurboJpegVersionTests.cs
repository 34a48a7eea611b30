using MediaTokens.Adapters.LibjpegTurbo;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class TurboJpegVersionTests
{
    [Fact]
    public void The_version_is_read_from_the_text_in_the_library() =>
        Assert.Equal("3.1.0", TurboJpegVersion.Read("\0\0libjpeg-turbo version 3.1.0 (build 20241214)\0"u8));

    [Fact]
    public void A_library_without_the_text_has_no_version()
    {
        Assert.Null(TurboJpegVersion.Read("\0\0"u8));
        Assert.Null(TurboJpegVersion.Read("libjpeg-turbo version 3.1"u8));
    }
}

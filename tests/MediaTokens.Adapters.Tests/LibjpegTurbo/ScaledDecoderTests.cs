using MediaTokens.Adapters.LibjpegTurbo;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class ScaledDecoderTests
{
    [Theory]
    [InlineData(4000, 3000, 4000, 3000, 8)]
    [InlineData(4000, 3000, 1024, 768, 4)]
    [InlineData(4000, 3000, 512, 384, 2)]
    [InlineData(4000, 3000, 256, 192, 1)]
    public void Large_images_are_decoded_at_the_common_divisor(int width, int height, int targetWidth, int targetHeight, int eighths)
    {
        Assert.Equal(eighths, ScaledDecoder.ChooseEighths(new(width, height), new(targetWidth, targetHeight)));
        Assert.Equal(8 / eighths, ScaledDecode.Divisor(new(width, height), new(targetWidth, targetHeight)));
    }

    // 5/8 of 3 pixels are 2 when rounded up, as 1/2 of them are; asked for 2, the library takes 5/8.
    [Fact]
    public void Where_the_library_would_take_another_scale_the_image_is_decoded_whole() =>
        Assert.Equal(8, ScaledDecoder.ChooseEighths(new(3, 3), new(1, 1)));
}

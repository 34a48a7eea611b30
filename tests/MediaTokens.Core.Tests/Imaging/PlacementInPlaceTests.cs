using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Results in the places of their sources: nothing but the source itself is ever replaced.</summary>
public sealed class PlacementInPlaceTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_result_of_the_same_format_takes_the_place_of_its_source()
    {
        ResultPlacement placement = ResultPlacement.InPlace(force: false);
        Assert.True(placement.IsInPlace);
        Assert.Equal(_scratch.Put("a.JPEG"), placement.Place(_scratch.At("a.JPEG"), null, MediaFormat.Jpeg));
        Assert.Equal(_scratch.Put("x/b.jpg"), placement.Place(_scratch.At("x/b.jpg"), _scratch.Root, MediaFormat.Jpeg));
    }

    [Fact]
    public void A_result_of_another_format_gets_a_name_beside_its_source() =>
        Assert.Equal(_scratch.At("a.png"), ResultPlacement.InPlace(force: false).Place(_scratch.Put("a.bmp"), null, MediaFormat.Png));

    [Fact]
    public void A_link_is_followed_to_the_file_that_is_replaced()
    {
        _scratch.Put("real/a.jpg");
        if (_scratch.TryLink("link.jpg", "real/a.jpg") && _scratch.TryLink("folder", "real", isFolder: true))
        {
            Assert.Equal(_scratch.At("real/a.jpg"), ResultPlacement.InPlace(false).Place(_scratch.At("link.jpg"), null, MediaFormat.Jpeg));
            Assert.Equal(_scratch.At("real/a.jpg"), ResultPlacement.InPlace(false).Place(_scratch.At("folder/a.jpg"), null, MediaFormat.Jpeg));
        }
    }

    [Fact]
    public void A_file_that_is_given_twice_is_replaced_once()
    {
        ResultPlacement placement = ResultPlacement.InPlace(force: true);
        placement.Place(_scratch.Put("a.jpg"), null, MediaFormat.Jpeg);
        Refusal.Of(MediaErrorId.DestinationCollision, () => placement.Place(_scratch.At("a.jpg"), null, MediaFormat.Jpeg));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_new_name_that_is_taken_is_refused_with_force_too(bool force)
    {
        // With both of them given, the second would be lost to the first.
        _scratch.Put("a.bmp");
        _scratch.Put("a.png");
        ResultPlacement placement = ResultPlacement.InPlace(force);
        MediaException exception = Refusal.Of(MediaErrorId.DestinationExists, () => placement.Place(_scratch.At("a.bmp"), null, MediaFormat.Png));
        Assert.DoesNotContain("-Force", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(_scratch.At("a.png"), placement.Place(_scratch.At("a.png"), null, MediaFormat.Png));
    }

    public void Dispose() => _scratch.Dispose();
}

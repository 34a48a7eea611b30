using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Where results go, and where they must not go.</summary>
public sealed class PlacementTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_result_goes_into_the_folder_under_its_name()
    {
        ResultPlacement placement = At("upload");
        Assert.Equal(_scratch.At("upload/photo.jpg"), placement.Place(_scratch.Put("in/photo.jpg"), null, MediaFormat.Jpeg));
        Assert.Equal(_scratch.At("upload/scan.jpg"), placement.Place(_scratch.Put("in/scan.tif"), null, MediaFormat.Jpeg));
        Assert.False(Directory.Exists(_scratch.At("upload")), "A place is only a name: nothing is made for it.");
    }

    [Theory]
    [InlineData("out.gif")]
    [InlineData("out.TIF")]
    [InlineData("out.heic")]
    public void A_name_that_says_a_format_that_is_not_written_is_refused(string name) =>
        Refusal.Of(MediaErrorId.DestinationFormat, () => At(name));

    [Fact]
    public void Force_overwrites_nothing_beside_a_source_which_may_be_one_too()
    {
        string source = _scratch.Put("in/a.bmp");
        _scratch.Put("in/a.png");
        Refusal.Of(MediaErrorId.DestinationExists, () => ResultPlacement.At(_scratch.At("in"), force: true).Place(source, null, MediaFormat.Png));
        Assert.Equal(_scratch.At("in/a.png"), ResultPlacement.At(_scratch.At("in/a.png"), force: true).Place(source, null, MediaFormat.Png));
    }

    [Fact]
    public void A_folder_may_have_any_name()
    {
        Directory.CreateDirectory(_scratch.At("my.gif"));
        Assert.Equal(_scratch.At("my.gif/a.jpg"), At("my.gif").Place(_scratch.Put("in/a.jpg"), null, MediaFormat.Jpeg));
        Assert.Equal(_scratch.At("new.gif/a.jpg"), At("new.gif" + Path.DirectorySeparatorChar).Place(_scratch.Put("in/b/a.jpg"), null, MediaFormat.Jpeg));
    }

    [Fact]
    public void The_tree_below_a_walked_folder_is_kept()
    {
        ResultPlacement placement = At("upload");
        Assert.Equal(_scratch.At("upload/a.jpg"), placement.Place(_scratch.At("in/a.jpg"), _scratch.At("in"), MediaFormat.Jpeg));
        Assert.Equal(_scratch.At("upload/x/y/a.jpg"), placement.Place(_scratch.At("in/x/y/a.jpg"), _scratch.At("in"), MediaFormat.Jpeg));
        Assert.Equal(_scratch.At("upload/x/b.jpg"), placement.Place(_scratch.At("in/x/b.jpg"), _scratch.At("in") + Path.DirectorySeparatorChar, MediaFormat.Jpeg));
    }

    [Theory]
    [InlineData("out.jpg", MediaFormat.Jpeg)]
    [InlineData("out.PNG", MediaFormat.Png)]
    [InlineData("new/out.webp", MediaFormat.WebP)]
    public void A_destination_with_the_ending_of_a_format_is_a_file(string name, MediaFormat format)
    {
        ResultPlacement placement = At(name);
        Assert.Equal(format, placement.Format);
        Assert.Null(placement.Folder);
        Assert.Equal(_scratch.At(name), placement.Place(_scratch.At("in/a.bmp"), null, format));
    }

    [Theory]
    [InlineData("upload")]
    [InlineData("upload.v2")]
    [InlineData("upload.jpg/")]
    [InlineData("there.jpg")]
    public void Any_other_destination_and_any_folder_that_is_there_is_a_folder(string name)
    {
        _scratch.Folder("there.jpg");
        ResultPlacement placement = At(name);
        Assert.Null(placement.Format);
        Assert.Equal(_scratch.At(name.TrimEnd('/')), placement.Folder);
        Assert.Equal(_scratch.At(name.TrimEnd('/') + "/a.jpg"), placement.Place(_scratch.At("in/a.jpg"), null, MediaFormat.Jpeg));
    }

    [Fact]
    public void A_file_destination_takes_its_own_format_only()
    {
        MediaException exception = Fails(MediaErrorId.DestinationFormat, At("out.png"), "in/a.jpg", MediaFormat.Jpeg);
        Assert.Contains("out.png", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_destination_takes_one_result()
    {
        ResultPlacement placement = At("out.jpg", force: true);
        placement.Place(_scratch.Put("in/a.jpg"), null, MediaFormat.Jpeg);
        Fails(MediaErrorId.DestinationCollision, placement, "in/b.jpg");
    }

    [Fact]
    public void What_is_there_is_overwritten_with_force_only()
    {
        _scratch.Put("upload/a.jpg");
        MediaException exception = Fails(MediaErrorId.DestinationExists, At("upload"), "in/a.jpg");
        Assert.Contains(_scratch.At("upload/a.jpg"), exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(_scratch.At("upload/a.jpg"), At("upload", force: true).Place(_scratch.At("in/a.jpg"), null, MediaFormat.Jpeg));
    }

    [Fact]
    public void A_folder_with_the_name_of_a_result_is_there_too()
    {
        _scratch.Folder("upload/a.jpg");
        Fails(MediaErrorId.DestinationExists, At("upload"), "in/a.jpg");
    }

    [Fact]
    public void A_link_to_nothing_is_there_too()
    {
        if (_scratch.TryLink("upload/a.jpg", _scratch.At("nothing")))
        {
            Fails(MediaErrorId.DestinationExists, At("upload"), "in/a.jpg");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_sources_with_one_name_collide_with_force_too(bool force)
    {
        ResultPlacement placement = At("upload", force);
        placement.Place(_scratch.Put("in/a.bmp"), null, MediaFormat.Png);
        Fails(MediaErrorId.DestinationCollision, placement, "in/a.png", MediaFormat.Png);
    }

    [Fact]
    public void A_collision_is_told_as_such_when_the_first_result_is_written_already()
    {
        ResultPlacement placement = At("upload");
        placement.Place(_scratch.Put("x/a.jpg"), null, MediaFormat.Jpeg);
        _scratch.Put("upload/a.jpg");
        Fails(MediaErrorId.DestinationCollision, placement, "y/a.jpg");
    }

    [Fact]
    public void Names_collide_as_the_platform_compares_them()
    {
        ResultPlacement placement = At("upload");
        placement.Place(_scratch.At("x/a.jpg"), null, MediaFormat.Jpeg);
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            Fails(MediaErrorId.DestinationCollision, placement, "y/A.JPG");
        }
        else
        {
            Assert.Equal(_scratch.At("upload/A.JPG"), placement.Place(_scratch.At("y/A.JPG"), null, MediaFormat.Jpeg));
        }
    }

    [Fact]
    public void A_collision_is_seen_through_a_link_within_the_destination()
    {
        _scratch.Folder("upload/x");
        if (_scratch.TryLink("upload/y", "x", isFolder: true))
        {
            ResultPlacement placement = At("upload");
            placement.Place(_scratch.At("in/x/a.jpg"), _scratch.At("in"), MediaFormat.Jpeg);
            Refusal.Of(MediaErrorId.DestinationCollision, () => placement.Place(_scratch.At("in/y/a.jpg"), _scratch.At("in"), MediaFormat.Jpeg));
        }
    }

    [Theory]
    [InlineData("in")]
    [InlineData("in/../in/.")]
    [InlineData("in/a.jpg")]
    public void The_source_is_no_destination(string destination)
    {
        _scratch.Put("in/a.jpg");
        Fails(MediaErrorId.DestinationIsSource, At(destination, force: true), "in/a.jpg");
        Fails(MediaErrorId.DestinationIsSource, At(destination), "in/a.jpg");
        Refusal.Of(MediaErrorId.DestinationIsSource, () => At(destination, force: true).Place(_scratch.At("in/../in/a.jpg"), null, MediaFormat.Jpeg));
    }

    [Fact]
    public void The_source_is_no_destination_by_way_of_a_link_either()
    {
        _scratch.Put("in/a.jpg");
        _scratch.Folder("upload");
        if (_scratch.TryLink("same", "in", isFolder: true) && _scratch.TryLink("upload/a.jpg", "../in/a.jpg") && _scratch.TryLink("in/b.jpg", "a.jpg"))
        {
            Fails(MediaErrorId.DestinationIsSource, At("same", force: true), "in/a.jpg");
            Fails(MediaErrorId.DestinationIsSource, At("in", force: true), "same/a.jpg");
            Fails(MediaErrorId.DestinationIsSource, At("upload", force: true), "in/a.jpg");
            Fails(MediaErrorId.DestinationIsSource, At("in/a.jpg", force: true), "in/b.jpg");
        }
    }

    [Fact]
    public void A_folder_link_below_the_destination_must_not_lead_out_of_it()
    {
        _scratch.Folder("upload/inside");
        _scratch.Folder("elsewhere");
        if (_scratch.TryLink("upload/out", _scratch.At("elsewhere"), isFolder: true)
            && _scratch.TryLink("upload/beside", "../upload-2", isFolder: true)
            && _scratch.TryLink("upload/in", "inside", isFolder: true))
        {
            ResultPlacement placement = At("upload", force: true);
            foreach (string source in new[] { "in/out/a.jpg", "in/out/deep/a.jpg", "in/beside/a.jpg" })
            {
                Refusal.Of(MediaErrorId.DestinationOutside, () => placement.Place(_scratch.At(source), _scratch.At("in"), MediaFormat.Jpeg));
            }

            Assert.Equal(_scratch.At("upload/in/a.jpg"), placement.Place(_scratch.At("in/in/a.jpg"), _scratch.At("in"), MediaFormat.Jpeg));
        }
    }

    [Fact]
    public void The_destination_itself_may_be_a_link()
    {
        _scratch.Folder("disk/upload");
        if (_scratch.TryLink("upload", _scratch.At("disk/upload"), isFolder: true))
        {
            Assert.Equal(_scratch.At("upload/x/a.jpg"), At("upload").Place(_scratch.At("in/x/a.jpg"), _scratch.At("in"), MediaFormat.Jpeg));
        }
    }

    [Fact]
    public void Links_in_a_circle_end_in_an_error()
    {
        if (_scratch.TryLink("upload/x", "y", isFolder: true) && _scratch.TryLink("upload/y", "x", isFolder: true))
        {
            Refusal.Of(MediaErrorId.DestinationUnwritable, () => At("upload").Place(_scratch.At("in/x/a.jpg"), _scratch.At("in"), MediaFormat.Jpeg));
        }
    }

    [Theory]
    [InlineData("in/upload", "in/upload/a.jpg", true)]
    [InlineData("in/upload", "in/upload/x/a.jpg", true)]
    [InlineData("in/upload", "in/a.jpg", false)]
    [InlineData("in/upload", "in/upload-2/a.jpg", false)]
    [InlineData("upload", "in/a.jpg", false)]
    [InlineData("in", "in/a.jpg", false)]
    [InlineData("", "in/a.jpg", false)]
    public void Results_within_the_folder_that_is_walked_are_no_sources(string destination, string path, bool expected) =>
        Assert.Equal(expected, At(destination).Holds(_scratch.At(path), _scratch.At("in")));

    [Fact]
    public void Results_are_known_by_way_of_a_link_too()
    {
        _scratch.Put("in/upload/a.jpg");
        _scratch.Put("in/b.jpg");
        if (_scratch.TryLink("link", "in", isFolder: true) && _scratch.TryLink("in/c.jpg", "upload/a.jpg"))
        {
            Assert.True(At("in/upload").Holds(_scratch.At("link/upload/a.jpg"), _scratch.At("link")));
            Assert.True(At("link/upload").Holds(_scratch.At("in/upload/a.jpg"), _scratch.At("in")));
            Assert.False(At("link/upload").Holds(_scratch.At("in/b.jpg"), _scratch.At("in")));
            Assert.False(At("in/upload").Holds(_scratch.At("in/c.jpg"), _scratch.At("in")));
        }
    }

    [Fact]
    public void A_file_destination_holds_nothing() => Assert.False(At("in/out.jpg").Holds(_scratch.At("in/out.jpg"), _scratch.At("in")));

    [Fact]
    public void The_root_of_the_file_system_is_a_folder_like_any()
    {
        string root = Path.GetPathRoot(_scratch.Root)!;
        string name = $"{Guid.NewGuid():N}.jpg";
        Assert.Equal(root + name, ResultPlacement.At(root, force: false).Place(_scratch.Put(name), null, MediaFormat.Jpeg));
    }

    public void Dispose() => _scratch.Dispose();

    private ResultPlacement At(string name, bool force = false) => ResultPlacement.At(_scratch.At(name), force);

    private MediaException Fails(MediaErrorId id, ResultPlacement placement, string source, MediaFormat format = MediaFormat.Jpeg) =>
        Refusal.Of(id, () => placement.Place(_scratch.At(source), null, format));
}

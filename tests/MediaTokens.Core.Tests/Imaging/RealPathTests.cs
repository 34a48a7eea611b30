using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Links as the system follows them: a relative target counts from where its link really is.</summary>
public sealed class RealPathTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_path_without_links_stays_and_what_is_missing_stays()
    {
        Assert.Equal(Real("a/b.jpg"), RealPath.Of(_scratch.Put("a/b.jpg")));
        Assert.Equal(Real("none/b.jpg"), RealPath.Of(_scratch.At("none/b.jpg")));
        Assert.Equal(Path.GetPathRoot(_scratch.Root), RealPath.Of(Path.GetPathRoot(_scratch.Root)!));
    }

    [Fact]
    public void Links_to_folders_and_files_are_followed_wherever_they_are_on_the_way()
    {
        _scratch.Put("real/deep/a.jpg");
        if (_scratch.TryLink("one", "real", isFolder: true) && _scratch.TryLink("real/two", _scratch.At("one/deep"), isFolder: true)
            && _scratch.TryLink("three.jpg", "one/two/a.jpg"))
        {
            Assert.Equal(Real("real/deep/a.jpg"), RealPath.Of(_scratch.At("three.jpg")));
            Assert.Equal(Real("real/deep/none.jpg"), RealPath.Of(_scratch.At("one/two/none.jpg")));
        }
    }

    [Fact]
    public void A_link_that_is_reached_through_a_link_counts_from_where_it_really_is()
    {
        // door -> linked/next, linked -> far/room, far/room/next -> ../a.jpg: that is far/a.jpg, and not a.jpg.
        _scratch.Put("a.jpg");
        _scratch.Put("far/a.jpg");
        _scratch.Folder("far/room");
        if (_scratch.TryLink("linked", "far/room", isFolder: true) && _scratch.TryLink("far/room/next", "../a.jpg") && _scratch.TryLink("door", "linked/next"))
        {
            Assert.Equal(Real("far/a.jpg"), RealPath.Of(_scratch.At("door")));
        }
    }

    [Fact]
    public void A_target_that_goes_up_goes_up_from_where_a_link_on_its_way_leads()
    {
        _scratch.Put("a.jpg");
        _scratch.Put("far/a.jpg");
        _scratch.Folder("far/room");
        if (!OperatingSystem.IsWindows() && _scratch.TryLink("linked", "far/room", isFolder: true) && _scratch.TryLink("door", "linked/../a.jpg"))
        {
            Assert.Equal(Real("far/a.jpg"), RealPath.Of(_scratch.At("door")));
        }
    }

    [Fact]
    public void A_link_to_nothing_leads_to_the_name_of_nothing()
    {
        if (_scratch.TryLink("a.jpg", "none/b.jpg"))
        {
            Assert.Equal(Real("none/b.jpg"), RealPath.Of(_scratch.At("a.jpg")));
        }
    }

    [Fact]
    public void Links_in_a_circle_end()
    {
        if (_scratch.TryLink("a", "b") && _scratch.TryLink("b", "a") && _scratch.TryLink("c", "c/d"))
        {
            Assert.ThrowsAny<IOException>(() => RealPath.Of(_scratch.At("a")));
            Assert.ThrowsAny<IOException>(() => RealPath.Of(_scratch.At("a/x.jpg")));
            Assert.ThrowsAny<IOException>(() => RealPath.Of(_scratch.At("c")));
        }
    }

    [Theory]
    [InlineData("/a", "/a", true)]
    [InlineData("/a/b", "/a", true)]
    [InlineData("/ab", "/a", false)]
    [InlineData("/", "/", true)]
    [InlineData("/a", "/", true)]
    [InlineData("/a", "/a/b", false)]
    public void Within_is_told_by_whole_names(string path, string folder, bool expected) =>
        Assert.Equal(expected, RealPath.IsWithin(Native(path), Native(folder)));

    public void Dispose() => _scratch.Dispose();

    private static string Native(string path) => path.Replace('/', Path.DirectorySeparatorChar);

    // The folder for temporary files may be behind a link itself.
    private string Real(string name) => Path.Join(RealPath.Of(_scratch.Root), Native(name));
}

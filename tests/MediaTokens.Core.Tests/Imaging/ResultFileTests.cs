using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Writing a result: the whole of it or nothing, and no trace of the attempt.</summary>
public sealed class ResultFileTests : IDisposable
{
    private static readonly byte[] Old = [1, 2, 3];
    private static readonly byte[] New = [4, 5, 6, 7];

    private readonly Scratch _scratch = new();

    [Fact]
    public void A_result_is_written_whole_and_nothing_is_left_beside_it()
    {
        Write("new/deep/a.jpg");
        Assert.Equal(New, File.ReadAllBytes(_scratch.At("new/deep/a.jpg")));
        Assert.Equal(["new/deep/a.jpg"], _scratch.Files);
    }

    [Fact]
    public void Bytes_of_the_buffer_beyond_the_content_are_not_written()
    {
        MemoryStream content = new();
        content.Write(New);
        content.Write(New);
        content.SetLength(New.Length);
        ResultFile.Write(_scratch.At("a.jpg"), content, overwrite: false, like: null, () => { });
        Assert.Equal(New, File.ReadAllBytes(_scratch.At("a.jpg")));
    }

    [Fact]
    public void An_old_file_is_replaced_when_that_is_asked_for()
    {
        _scratch.Put("a.jpg", Old);
        Write("a.jpg", overwrite: true);
        Assert.Equal(New, File.ReadAllBytes(_scratch.At("a.jpg")));
        Assert.Equal(["a.jpg"], _scratch.Files);
    }

    [Fact]
    public void A_file_that_appears_before_the_move_is_kept()
    {
        Refusal.Of(MediaErrorId.DestinationExists, () => Write("a.jpg", beforeMove: () => _scratch.Put("a.jpg", Old)));
        Assert.Equal(Old, File.ReadAllBytes(_scratch.At("a.jpg")));
        Assert.Equal(["a.jpg"], _scratch.Files);
    }

    [Fact]
    public async Task Of_two_that_come_at_once_one_is_refused_and_none_is_lost()
    {
        for (int i = 0; i < 100; i++)
        {
            string name = $"{i}.jpg";
            using Barrier together = new(2);
            bool[] written = await Task.WhenAll(Attempt(name, together), Attempt(name, together));
            Assert.Single(written, true);
        }

        Assert.Equal(100, _scratch.Files.Count);
    }

    [Fact]
    public void A_link_at_the_place_is_replaced_and_never_written_through()
    {
        _scratch.Put("other/b.jpg", Old);
        if (_scratch.TryLink("a.jpg", "other/b.jpg") && _scratch.TryLink("nothing.jpg", "other/none.jpg"))
        {
            Refusal.Of(MediaErrorId.DestinationExists, () => Write("a.jpg"));
            Write("a.jpg", overwrite: true);
            Write("nothing.jpg", overwrite: true);
            Assert.Equal(Old, File.ReadAllBytes(_scratch.At("other/b.jpg")));
            Assert.Null(new FileInfo(_scratch.At("a.jpg")).LinkTarget);
            Assert.Equal(["a.jpg", "nothing.jpg", "other/b.jpg"], _scratch.Files);
        }
    }

    [Fact]
    public void A_link_to_nothing_is_there_and_is_kept()
    {
        if (_scratch.TryLink("a.jpg", "none.jpg"))
        {
            Assert.True(ResultFile.IsThere(_scratch.At("a.jpg")));
            Refusal.Of(MediaErrorId.DestinationExists, () => Write("a.jpg"));
            Assert.Equal("none.jpg", new FileInfo(_scratch.At("a.jpg")).LinkTarget);
            Assert.Equal(["a.jpg"], _scratch.Files);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_at_the_place_is_never_replaced(bool overwrite)
    {
        _scratch.Put("a.jpg/inside.txt", Old);
        Refusal.Of(overwrite ? MediaErrorId.DestinationUnwritable : MediaErrorId.DestinationExists, () => Write("a.jpg", overwrite));
        Assert.Equal(["a.jpg/inside.txt"], _scratch.Files);
    }

    [Fact]
    public void A_path_below_a_file_cannot_be_written()
    {
        _scratch.Put("file", Old);
        Refusal.Of(MediaErrorId.DestinationUnwritable, () => Write("file/a.jpg"));
        Refusal.Of(MediaErrorId.DestinationUnwritable, () => Write("file/deep/a.jpg", overwrite: true));
        Assert.Equal(["file"], _scratch.Files);
        Assert.Equal(Old, File.ReadAllBytes(_scratch.At("file")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_name_that_is_too_long_leaves_nothing(bool overwrite)
    {
        Refusal.Of(MediaErrorId.DestinationUnwritable, () => Write(new string('x', 252) + ".jpg", overwrite));
        Assert.Empty(_scratch.Files);
    }

    [Fact]
    public void The_longest_name_is_written()
    {
        string name = new string('x', 251) + ".jpg";
        Write(name);
        Assert.Equal([name], _scratch.Files);
    }

    [Fact]
    public void A_folder_that_vanishes_midway_leaves_nothing()
    {
        Refusal.Of(MediaErrorId.DestinationUnwritable, () => Write("x/a.jpg", beforeMove: () => Directory.Delete(_scratch.At("x"), recursive: true)));
        Assert.Empty(_scratch.Files);
    }

    [Fact]
    public void A_refusal_before_the_move_leaves_the_old_file_and_no_other()
    {
        _scratch.Put("a.jpg", Old);
        Assert.Throws<InvalidOperationException>(() => Write("a.jpg", overwrite: true, beforeMove: () => throw new InvalidOperationException()));
        Assert.Equal(Old, File.ReadAllBytes(_scratch.At("a.jpg")));
        Assert.Equal(["a.jpg"], _scratch.Files);
    }

    [Fact]
    public void The_result_is_on_the_disk_under_a_hidden_name_before_it_is_moved()
    {
        string[] seen = [];
        Write("a.jpg", beforeMove: () => seen = [.. _scratch.Files]);
        string temporary = Assert.Single(seen);
        Assert.StartsWith(".", temporary, StringComparison.Ordinal);
        Assert.NotEqual("a.jpg", temporary);
    }

    [Fact]
    public void A_folder_without_the_right_to_write_is_told()
    {
        // A privileged user may write everywhere.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        File.SetUnixFileMode(_scratch.Folder("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Refusal.Of(MediaErrorId.DestinationUnwritable, () => Write("locked/a.jpg"));
        Refusal.Of(MediaErrorId.DestinationUnwritable, () => Write("locked/deep/a.jpg"));
        Assert.Empty(_scratch.Files);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)]
    public void A_result_gets_the_rights_of_the_file_that_it_is_like(UnixFileMode rights)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        UnixFileMode? meanwhile = null;
        File.SetUnixFileMode(_scratch.Put("a.jpg", Old), rights);
        Write("a.jpg", overwrite: true, like: "a.jpg", () => meanwhile = RightsOf(_scratch.Files.First(file => file != "a.jpg")));
        Assert.Equal(rights, meanwhile);
        Assert.Equal(rights, File.GetUnixFileMode(_scratch.At("a.jpg")));
        Assert.Equal(New, File.ReadAllBytes(_scratch.At("a.jpg")));
    }

    [Fact]
    public async Task Bytes_that_only_their_owner_may_read_are_never_readable_by_others()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.SetUnixFileMode(_scratch.Put("a.jpg", Old), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using ManualResetEventSlim stop = new();
        Task<bool> watch = Task.Run(() =>
        {
            while (!stop.IsSet)
            {
                if (_scratch.Files.Any(file => file != "a.jpg" && RightsOf(file) is UnixFileMode rights && (rights & Others) != 0))
                {
                    return true;
                }
            }

            return false;
        });
        for (int i = 0; i < 200; i++)
        {
            Write("a.jpg", overwrite: true, like: "a.jpg");
        }

        stop.Set();
        Assert.False(await watch, "A temporary file was readable by others.");
    }

    [Fact]
    public void A_file_to_be_like_that_is_gone_is_left_to_the_look_before_the_move()
    {
        Assert.Throws<InvalidOperationException>(() => Write("a.jpg", like: "none.jpg", beforeMove: () => throw new InvalidOperationException()));
        Assert.Empty(_scratch.Files);
    }

    public void Dispose() => _scratch.Dispose();

    private Task<bool> Attempt(string name, Barrier together) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                Write(name, beforeMove: () => together.SignalAndWait());
                return true;
            }
            catch (MediaException exception) when (exception.Id == MediaErrorId.DestinationExists)
            {
                return false;
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private UnixFileMode? RightsOf(string file)
    {
        try
        {
            return OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(_scratch.At(file));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private object? Write(string name, bool overwrite = false, string? like = null, Action? beforeMove = null)
    {
        MemoryStream content = new();
        content.Write(New);
        ResultFile.Write(_scratch.At(name), content, overwrite, like is null ? null : _scratch.At(like), beforeMove ?? (() => { }));
        return null;
    }
}

using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>Files as they are opened and read: names, links, and what is refused under which id.</summary>
public sealed class FileSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediatokens-files-");

    [Theory]
    [InlineData("plain.png")]
    [InlineData("with space.png")]
    [InlineData("[1].png")]
    [InlineData("größe-図.png")]
    [InlineData("wrong.name")]
    [InlineData("no name")]
    public void A_file_of_any_name_is_read(string name) => Tells(Put(name));

    [Fact]
    public void A_relative_path_counts_from_the_working_directory() =>
        Tells(Path.GetRelativePath(Environment.CurrentDirectory, Put("a.png")));

    [Fact]
    public void A_path_with_detours_is_followed()
    {
        Put("sub/a.png");
        Tells(At("sub/../sub/./a.png"));
    }

    [Fact]
    public void A_missing_file_or_folder_is_not_found()
    {
        Fails(At("none.png"), MediaErrorId.FileNotFound);
        Fails(At("none/none.png"), MediaErrorId.FileNotFound);
        Fails(Path.Combine(Put("a.png"), "b.png"), MediaErrorId.FileNotFound);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Fails(_folder.FullName, MediaErrorId.PathIsDirectory);
        Fails(_folder.FullName + Path.DirectorySeparatorChar, MediaErrorId.PathIsDirectory);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllBytes(At("empty.png"), []);
        Fails(At("empty.png"), MediaErrorId.EmptyFile);
    }

    [Fact]
    public void A_path_that_the_system_does_not_take_is_invalid()
    {
        Fails(string.Empty, MediaErrorId.InvalidPath);
        Fails(At("a\0b.png"), MediaErrorId.InvalidPath);
        if (!OperatingSystem.IsWindows())
        {
            Fails(At(new string('x', 5_000)), MediaErrorId.InvalidPath);
            Fails(At(new string('x', 300)), MediaErrorId.InvalidPath);
            Fails(At(string.Concat(Enumerable.Repeat("x/", 2_500))), MediaErrorId.InvalidPath);
        }
    }

    [Fact]
    public void No_path_is_the_callers_mistake() => Assert.Throws<ArgumentNullException>(() => new FileSource(null!));

    [Fact]
    public void Reading_at_or_past_the_end_reads_nothing()
    {
        using FileSource source = new(Put("a.png"));
        byte[] buffer = new byte[100];
        Assert.Equal(0, source.Read(source.Length, buffer));
        Assert.Equal(0, source.Read(long.MaxValue / 2, buffer));
        Assert.Equal(5, source.Read(source.Length - 5, buffer));
        Assert.Equal(0, source.Read(0, []));
    }

    [Fact]
    public void Others_may_write_rename_and_delete_meanwhile()
    {
        using FileSource source = new(Put("a.png"));
        using (FileStream writer = new(At("a.png"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.WriteByte(0);
        }

        File.Move(At("a.png"), At("b.png"));
        File.Delete(At("b.png"));
        Assert.Equal(new PixelSize(1920, 1080), MediaHeaderReader.Read(source).Size);
    }

    [Fact]
    public void A_file_that_others_write_is_read()
    {
        string path = Put("a.png");
        using FileStream writer = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Tells(path);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Tells(string path)
    {
        Assert.Equal(new PixelSize(1920, 1080), MediaHeaderReader.Read(path, out long length).Size);
        Assert.Equal(new FileInfo(path).Length, length);
    }

    private static void Fails(string path, MediaErrorId id) =>
        Assert.Equal(id, Assert.Throws<MediaException>(() => MediaHeaderReader.Read(path, out _)).Id);

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Put(string name)
    {
        string path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(TestMedia.FullPath("screenshot.png"), path);
        return path;
    }
}

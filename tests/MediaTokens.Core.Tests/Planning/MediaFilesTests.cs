using MediaTokens.Planning;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>Walking a folder: an order that never changes, and nothing that the user did not put there to be seen.</summary>
public sealed class MediaFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediatokens-walk-");
    private readonly List<(string Path, MediaErrorId Id)> _errors = [];

    [Fact]
    public void Files_come_by_name_and_then_those_of_the_folders_by_name()
    {
        Put("b.png", "A.png", "c/2.png", "c/1.png", "a/deep/x.png", "a/z.png", "C.txt");
        Assert.Equal(["A.png", "b.png", "C.txt", "a/z.png", "a/deep/x.png", "c/1.png", "c/2.png"], Walk());
        Assert.Empty(_errors);
    }

    [Fact]
    public void Without_recursion_the_folders_are_left_out()
    {
        Put("b.png", "a/z.png");
        Assert.Equal(["b.png"], Walk(recurse: false));
    }

    [Fact]
    public void Hidden_files_and_folders_are_left_out()
    {
        Put("seen.png", ".hidden.png", ".git/x.png", "a/.y.png");
        if (OperatingSystem.IsWindows())
        {
            foreach (string name in new[] { ".hidden.png", ".git", "a/.y.png" })
            {
                File.SetAttributes(At(name), File.GetAttributes(At(name)) | FileAttributes.Hidden);
            }
        }

        Assert.Equal(["seen.png"], Walk());
    }

    [Fact]
    public void Names_with_wildcards_are_names()
    {
        Put("[1].png", "a[b]/*.png".Replace('*', OperatingSystem.IsWindows() ? '+' : '*'), "100%.png");
        Assert.Equal(3, Walk().Count);
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed_and_a_loop_ends()
    {
        Put("a/x.png");
        if (TryLink(() => Directory.CreateSymbolicLink(At("a/loop"), _folder.FullName)) && TryLink(() => File.CreateSymbolicLink(At("link.png"), At("a/x.png"))))
        {
            Assert.Equal(["link.png", "a/x.png"], Walk());
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_reported()
    {
        string missing = At("missing");
        Assert.Empty(MediaFiles.Walk(missing, true, Report, default));
        Assert.Equal((missing, MediaErrorId.FileUnreadable), Assert.Single(_errors));
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_reported_once_and_the_walk_goes_on()
    {
        // The administrator may read everything, and Windows has other rights.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        Put("a/x.png", "b/y.png", "c/z.png");
        File.SetUnixFileMode(At("b"), UnixFileMode.None);
        try
        {
            Assert.Equal(["a/x.png", "c/z.png"], Walk());
            Assert.Equal([(At("b"), MediaErrorId.AccessDenied)], _errors);
        }
        finally
        {
            File.SetUnixFileMode(At("b"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Files_are_given_one_by_one_and_a_cancelled_walk_ends()
    {
        Put("1.png", "a/2.png", "b/3.png");
        using CancellationTokenSource source = new();
        List<string> seen = [];
        foreach (string file in MediaFiles.Walk(_folder.FullName, true, Report, source.Token))
        {
            seen.Add(file);
            source.Cancel();
        }

        Assert.Equal([At("1.png")], seen);
    }

    [Theory]
    [InlineData("a.txt", MediaErrorId.UnknownFormat, true)]
    [InlineData("__init__.py", MediaErrorId.EmptyFile, true)]
    [InlineData("pipe", MediaErrorId.NotRegularFile, true)]
    [InlineData("png", MediaErrorId.UnknownFormat, true)]
    [InlineData("a.png.txt", MediaErrorId.UnknownFormat, true)]
    [InlineData("a.png", MediaErrorId.UnknownFormat, false)]
    [InlineData("a.JPEG", MediaErrorId.EmptyFile, false)]
    [InlineData("/x.y/a.HeiC", MediaErrorId.UnknownFormat, false)]
    [InlineData("a.txt", MediaErrorId.AccessDenied, false)]
    [InlineData("a", MediaErrorId.CorruptHeader, false)]
    public void A_file_that_was_not_meant_to_be_an_image_is_left_out(string path, MediaErrorId id, bool isLeftOut) =>
        Assert.Equal(isLeftOut, MediaFiles.IsLeftOut(path, new(id, "No image.", "None."), imagesOnly: true));

    [Theory]
    [InlineData("a.txt", MediaErrorId.UnknownFormat, true, true)]
    [InlineData("a.mp4", MediaErrorId.UnknownFormat, false, true)]
    [InlineData("a.PDF", MediaErrorId.EmptyFile, false, true)]
    [InlineData("a.png", MediaErrorId.EmptyFile, false, false)]
    [InlineData("a.mp4", MediaErrorId.CorruptHeader, false, false)]
    public void What_was_meant_to_be_a_video_or_a_document_is_left_out_of_images_alone(string path, MediaErrorId id, bool isLeftOut, bool isLeftOutOfImages)
    {
        MediaException exception = new(id, "None.", "None.");
        Assert.Equal((isLeftOut, isLeftOutOfImages), (MediaFiles.IsLeftOut(path, exception, imagesOnly: false), MediaFiles.IsLeftOut(path, exception, imagesOnly: true)));
    }

    [Fact]
    public void Names_that_differ_in_case_only_have_an_order_too()
    {
        Put("b.png", "a.png", "A.png", "B.png");
        Assert.Equal(OperatingSystem.IsLinux() ? ["A.png", "a.png", "B.png", "b.png"] : Walk(), Walk());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Report(string path, MediaException exception) => _errors.Add((path, exception.Id));

    private List<string> Walk(bool recurse = true) =>
        [.. MediaFiles.Walk(_folder.FullName, recurse, Report, default).Select(file => Path.GetRelativePath(_folder.FullName, file).Replace('\\', '/'))];

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Put(params string[] names)
    {
        foreach (string name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
            File.WriteAllBytes(At(name), []);
        }
    }

    // Windows lets only some users make links.
    private static bool TryLink(Action link)
    {
        try
        {
            link();
            return true;
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            return false;
        }
    }
}

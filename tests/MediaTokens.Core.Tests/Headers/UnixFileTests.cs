using System.Diagnostics;
using System.Net.Sockets;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>What a path may lead to on Unix: links, pipes, sockets and devices, none of which may make the reader wait.</summary>
public sealed class UnixFileTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediatokens-unix-");

    [Fact]
    public async Task A_pipe_is_refused_and_not_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (Process process = Process.Start("mkfifo", [At("pipe.png")]))
        {
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
        }

        await Fails(At("pipe.png"), MediaErrorId.NotRegularFile);
        File.CreateSymbolicLink(At("link.png"), At("pipe.png"));
        await Fails(At("link.png"), MediaErrorId.NotRegularFile);
    }

    [Fact]
    public async Task A_socket_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("s")));
        await Fails(At("s"), MediaErrorId.NotRegularFile);
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/tty")]
    public async Task A_device_is_refused(string path)
    {
        if (File.Exists(path))
        {
            await Fails(path, MediaErrorId.NotRegularFile);
        }
    }

    [Fact]
    public void A_link_to_a_file_is_followed()
    {
        if (TryLink("link.png", TestMedia.FullPath("screenshot.png")) && TryLink("second.png", At("link.png")))
        {
            Assert.Equal(new PixelSize(1920, 1080), MediaHeaderReader.Read(At("second.png"), out long length).Size);
            Assert.Equal(new FileInfo(TestMedia.FullPath("screenshot.png")).Length, length);
        }
    }

    [Fact]
    public async Task A_link_to_nothing_is_not_found()
    {
        if (TryLink("dangling.png", At("nothing.png")))
        {
            await Fails(At("dangling.png"), MediaErrorId.FileNotFound);
        }
    }

    [Fact]
    public async Task A_link_to_a_folder_is_a_folder()
    {
        if (TryLink("folder.png", _folder.FullName))
        {
            await Fails(At("folder.png"), MediaErrorId.PathIsDirectory);
        }
    }

    [Fact]
    public async Task Links_that_lead_to_each_other_cannot_be_read()
    {
        if (TryLink("a.png", At("b.png")) && TryLink("b.png", At("a.png")))
        {
            await Fails(At("a.png"), MediaErrorId.FileUnreadable);
        }
    }

    [Fact]
    public async Task A_file_that_the_user_may_not_read_is_denied()
    {
        // A privileged user may read everything.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        File.Copy(TestMedia.FullPath("icon.gif"), At("secret.gif"));
        File.SetUnixFileMode(At("secret.gif"), UnixFileMode.None);
        await Fails(At("secret.gif"), MediaErrorId.AccessDenied);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task Fails(string path, MediaErrorId id)
    {
        Task reading = Task.Run(() => MediaHeaderReader.Read(path, out _));
        MediaException exception = await Assert.ThrowsAsync<MediaException>(() => reading.WaitAsync(Patience));
        Assert.Equal(id, exception.Id);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private bool TryLink(string name, string target)
    {
        try
        {
            File.CreateSymbolicLink(At(name), target);
            return true;
        }
        catch (IOException)
        {
            // Windows allows it to some users only.
            return false;
        }
    }
}

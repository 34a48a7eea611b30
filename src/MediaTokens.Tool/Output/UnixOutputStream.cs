using System.Runtime.InteropServices;

namespace MediaTokens.Tool.Output;

/// <summary>
/// Standard output on Unix. The console's own stream does not tell that the reader of a pipe has gone, and a file stream
/// writes at a position of its own, over what other programs wrote to the same file.
/// </summary>
/// <param name="openConsole">The stream to fall back to where a write cannot be made at once.</param>
internal sealed partial class UnixOutputStream(Func<Stream> openConsole) : Stream
{
    private const int FileDescriptor = 1;

    // The same number on every Unix.
    private const int BrokenPipe = 32;

    private Stream? _console;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0 && _console is null)
        {
            int written;
            fixed (byte* bytes = buffer)
            {
                written = Write(FileDescriptor, bytes, buffer.Length);
            }

            if (written >= 0)
            {
                buffer = buffer[written..];
            }
            else if (Marshal.GetLastPInvokeError() == BrokenPipe)
            {
                throw new BrokenPipeException();
            }
            else
            {
                // It waits where this one cannot, and tells any other failure.
                _console = openConsole();
            }
        }

        if (buffer.Length > 0)
        {
            _console!.Write(buffer);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // The runtime's own native library, which begins again when a signal interrupts it.
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Write", SetLastError = true)]
    private static unsafe partial int Write(nint fileDescriptor, byte* buffer, int count);
}

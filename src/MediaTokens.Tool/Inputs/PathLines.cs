using System.Text;

namespace MediaTokens.Tool.Inputs;

/// <summary>Reads paths from a stream, one on each line, as soon as the line is there.</summary>
/// <param name="stream">UTF-8 text; lines end with LF or CR LF, and blank ones are passed over.</param>
internal sealed class PathLines(Stream stream)
{
    // No system takes a longer path, so that a stream without line ends cannot fill the memory.
    private const int LongestLine = 128 * 1024;

    private readonly byte[] _buffer = new byte[LongestLine];
    private int _start;
    private int _end;

    /// <summary>The lines; null each time before the stream is waited for.</summary>
    public IEnumerable<string?> Read()
    {
        bool isRest = false;
        while (true)
        {
            while (TryTakeLine(out string line))
            {
                if (!isRest && line.Length > 0)
                {
                    yield return line;
                }

                isRest = false;
            }

            if (MakeRoom() == 0)
            {
                // Such a line is no path; its beginning stands for it, and fails as a path that is too long.
                if (!isRest)
                {
                    yield return Text(_buffer);
                }

                (isRest, _start, _end) = (true, 0, 0);
            }

            yield return null;
            int read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            if (read == 0)
            {
                string last = Text(_buffer.AsSpan(_start, _end - _start));
                if (!isRest && last.Length > 0)
                {
                    yield return last;
                }

                yield break;
            }
        }
    }

    private bool TryTakeLine(out string line)
    {
        int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        line = length < 0 ? "" : Text(_buffer.AsSpan(_start, length));
        _start += length + 1;
        return length >= 0;
    }

    private int MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        return _buffer.Length - _end;
    }

    private static string Text(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        line = line.StartsWith(byteOrderMark) ? line[byteOrderMark.Length..] : line;
        return Encoding.UTF8.GetString(line.TrimEnd((byte)'\r'));
    }
}

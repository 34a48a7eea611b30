using System.Globalization;
using System.Text;

namespace MediaTokens.Tool.Output;

/// <summary>
/// Progress by count and bytes, on the last line of a terminal. It comes after half a second, is drawn no more often than the
/// eye can follow, and is taken away before anything else is written.
/// </summary>
/// <param name="terminal">Standard error where it is a terminal; otherwise a stream that takes nothing.</param>
/// <param name="total">Gives the number of inputs; null where it is not known.</param>
/// <param name="width">Gives the terminal's width in characters.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressBar(Stream terminal, Func<int?> total, Func<int> width, TimeProvider time)
{
    private const int Cells = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly long _started = time.GetTimestamp();
    private long _drawn;
    private int _length;
    private long _done;
    private long _sourceBytes;
    private long _bytes;

    /// <summary>Counts an input without a result.</summary>
    public void Add() => _done++;

    /// <summary>Counts a result.</summary>
    public void Add(long sourceBytes, long bytes) => (_done, _sourceBytes, _bytes) = (_done + 1, _sourceBytes + sourceBytes, _bytes + bytes);

    /// <summary>Draws it, if it is time.</summary>
    public void Draw()
    {
        bool isTime = _length == 0 ? time.GetElapsedTime(_started) >= Patience : time.GetElapsedTime(_drawn) >= Interval;
        if (terminal == Stream.Null || !isTime)
        {
            return;
        }

        string text = Describe();
        text = text[..Math.Min(text.Length, Math.Max(0, width() - 1))];
        Send($"\r{text.PadRight(_length)}");
        (_drawn, _length) = (time.GetTimestamp(), text.Length);
    }

    /// <summary>Takes it away.</summary>
    public void Hide()
    {
        if (_length > 0)
        {
            Send($"\r{new string(' ', _length)}\r");
            _length = 0;
        }
    }

    private string Describe()
    {
        string bytes = $"{ByteSize.Of(_sourceBytes)} -> {ByteSize.Of(_bytes)}";
        if (total() is not int count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Totals.Count(_done, "file")}, {bytes}");
        }

        int filled = count == 0 ? Cells : (int)(_done * Cells / count);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('-', Cells - filled)}] {_done} of {Totals.Count(count, "file")}, {bytes}");
    }

    private void Send(string text)
    {
        try
        {
            terminal.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException)
        {
            // A terminal that has gone needs no progress.
        }
    }
}

using System.Text;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Tests;

public sealed class ProgressBarTests : IDisposable
{
    private readonly MemoryStream _terminal = new();
    private readonly Clock _clock = new();

    public void Dispose() => _terminal.Dispose();

    private string Sent
    {
        get
        {
            string text = Encoding.UTF8.GetString(_terminal.ToArray());
            _terminal.SetLength(0);
            return text;
        }
    }

    private ProgressBar Create(int? total, int width = 80) => new(_terminal, () => total, () => width, _clock);

    [Fact]
    public void It_tells_count_and_bytes_with_the_total()
    {
        ProgressBar bar = Create(total: 4);
        bar.Add(3_000_000, 150_000);
        bar.Add();
        _clock.Pass(1);
        bar.Draw();
        Assert.Equal("\r[##########----------] 2 of 4 files, 2.9 MB -> 146.5 KB", Sent);
    }

    [Fact]
    public void Without_a_total_it_tells_the_count()
    {
        ProgressBar bar = Create(total: null);
        bar.Add(2048, 1024);
        _clock.Pass(1);
        bar.Draw();
        Assert.Equal("\r1 file, 2.0 KB -> 1.0 KB", Sent);
    }

    [Fact]
    public void A_short_run_shows_none_and_a_long_one_not_too_often()
    {
        ProgressBar bar = Create(total: 9);
        _clock.Pass(0.4);
        bar.Draw();
        bar.Hide();
        Assert.Equal("", Sent);
        _clock.Pass(0.2);
        bar.Draw();
        Assert.NotEqual("", Sent);
        _clock.Pass(0.05);
        bar.Draw();
        Assert.Equal("", Sent);
        _clock.Pass(0.06);
        bar.Draw();
        Assert.NotEqual("", Sent);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(20)]
    public void It_stays_on_its_line_and_leaves_nothing_behind(int width)
    {
        ProgressBar bar = Create(total: 1000, width);
        bar.Add(5_000_000, 4_000_000);
        _clock.Pass(1);
        bar.Draw();
        string drawn = Sent;
        Assert.InRange(drawn.Length - 1, 1, width - 1);
        bar.Hide();
        Assert.Equal($"\r{new string(' ', drawn.Length - 1)}\r", Sent);
        bar.Hide();
        Assert.Equal("", Sent);
        bar.Draw();
        Assert.Equal(drawn, Sent);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 KB")]
    [InlineData(1536, "1.5 KB")]
    [InlineData(20_971_520, "20.0 MB")]
    [InlineData(1L << 50, "1024.0 TB")]
    public void Bytes_are_told_in_the_units_that_options_take(long bytes, string text) => Assert.Equal(text, ByteSize.Of(bytes));

    private sealed class Clock : TimeProvider
    {
        private long _milliseconds;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _milliseconds;

        public void Pass(double seconds) => _milliseconds += (long)(seconds * 1000);
    }
}

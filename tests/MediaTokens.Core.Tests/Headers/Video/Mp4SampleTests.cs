using System.Globalization;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>The samples of MP4, QuickTime and 3GP: what ffprobe tells of them, whole, cut off and with bytes changed.</summary>
public sealed class Mp4SampleTests
{
    // ffprobe prints microseconds.
    private const double Rounding = 0.00001;

    private const int Rounds = 300;

    private static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    public static TheoryData<string> Paths => new(Rows("mp4.csv").Select(row => row[0]));

    public static TheoryData<string, string> Bad
    {
        get
        {
            TheoryData<string, string> data = [];
            Array.ForEach([.. Rows("mp4-bad.csv")], row => data.Add(row[0], row[1]));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_is_read_as_ffprobe_reads_it(string path)
    {
        string[] row = Rows("mp4.csv").Single(row => row[0] == path);
        MediaHeader header = Reading.Header(TestMedia.Bytes(path));
        VideoHeader video = Assert.IsType<VideoHeader>(header.Video);
        double rate = Number(row[6]);
        Assert.Equal((row[1], row[2], row[3], row[7]), (header.Format.ToString(), Text(header.Size.Width), Text(header.Size.Height), Text(video.HasAudio)));
        Assert.Null(video.DurationProblem);
        Assert.InRange(video.Duration!.Value.TotalSeconds - Number(row[4]), (-1 / rate) - Rounding, (1 / rate) + Rounding);
        Assert.InRange(video.PictureDuration!.Value.TotalSeconds - Number(row[5]), (-1 / rate) - Rounding, (1 / rate) + Rounding);
        Assert.InRange(video.FrameRate!.Value, rate * 0.99, rate * 1.01);
    }

    [Theory]
    [InlineData("video/silent.mp4", 1)]
    [InlineData("video/turned-3.mp4", 3)]
    [InlineData("video/turned-6.mp4", 6)]
    [InlineData("video/turned-6.mov", 6)]
    [InlineData("video/turned-8.mp4", 8)]
    public void A_turned_sample_tells_its_orientation(string path, int orientation) =>
        Assert.Equal(orientation, Reading.Header(TestMedia.Bytes(path)).Orientation);

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_sample_is_refused_or_has_no_duration(string path, string expected)
    {
        byte[] bytes = TestMedia.Bytes(path);
        if (expected != nameof(MediaErrorId.UnknownDuration))
        {
            Reading.Fails(bytes, Enum.Parse<MediaErrorId>(expected));
            return;
        }

        MediaHeader header = Reading.Header(bytes);
        Assert.Null(header.Video!.Duration);
        Assert.EndsWith(".", header.Video.DurationProblem, StringComparison.Ordinal);
        Assert.Equal(new PixelSize(64, 48), header.Size);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cut_anywhere_a_sample_is_read_or_truncated(string path)
    {
        byte[] bytes = TestMedia.Bytes(path);
        MediaHeader whole = Reading.Header(bytes);
        for (int length = 13; length < bytes.Length; length += 7)
        {
            MemorySource source = new(bytes.AsMemory(0, length));
            try
            {
                MediaHeader header = MediaHeaderReader.Read(source);
                Assert.Equal((length, whole.Size, whole.Orientation), (length, header.Size, header.Orientation));
                Assert.True(header.Video!.Duration is null ? header.Video.DurationProblem is not null : header.Video.Duration <= whole.Video!.Duration);
            }
            catch (MediaException exception)
            {
                Assert.Equal((length, MediaErrorId.TruncatedFile), (length, exception.Id));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void With_bytes_changed_a_sample_is_read_or_refused(string path)
    {
        byte[] original = TestMedia.Bytes(path);
        int[] places = [.. HeaderBytes(original)];
        Random random = new(path.Length + original.Length);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = (byte[])original.Clone();
            for (int i = random.Next(4); i >= 0; i--)
            {
                int place = places[random.Next(places.Length)];
                bytes[place] = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)(bytes[place] ^ (1 << random.Next(8)));
            }

            MemorySource source = new(bytes);
            if (Reading.HeaderOrRefusal(source) is { Video: { } video })
            {
                Assert.True(video.Duration is null ? video.DurationProblem is not null : video.Duration > TimeSpan.Zero && video.DurationProblem is null);
                Assert.True(video.PictureDuration is null || video.PictureDuration > TimeSpan.Zero);
                Assert.True(video.FrameRate is null || (video.FrameRate > 0 && double.IsFinite(video.FrameRate.Value)));
            }

            Assert.True(source.BytesRead <= Reading.Budget);
        }
    }

    // All but what is in the boxes "mdat".
    private static IEnumerable<int> HeaderBytes(byte[] bytes)
    {
        for (int position = 0; position + 8 <= bytes.Length;)
        {
            int size = (bytes[position + 1] << 16) | (bytes[position + 2] << 8) | bytes[position + 3];
            bool isData = bytes.AsSpan(position + 4, 4).SequenceEqual("mdat"u8);
            foreach (int place in Enumerable.Range(position, isData ? 8 : size))
            {
                yield return place;
            }

            position += size;
        }
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(TestMedia.FullPath("video/" + file)).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";
}

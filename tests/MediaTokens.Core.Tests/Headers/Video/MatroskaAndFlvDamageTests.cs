using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>Samples of Matroska, WebM and Flash video that are cut off or changed are read or refused, within the budget.</summary>
public sealed class MatroskaAndFlvDamageTests
{
    private const int Rounds = 150;
    private const int Front = 800;

    // Beginnings of ids, sizes and tags, and the ends of what a byte can be.
    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, 8, 9, 18, 0x1F, 0xA0, 0xA3];

    public static TheoryData<string> Paths => MatroskaAndFlvSampleTests.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cut_anywhere_a_sample_has_its_size_or_none(string path)
    {
        byte[] bytes = FamilySample.Of(path);
        MediaHeader whole = Reading.Header(bytes);
        int told = 0;
        for (int length = 0; length < bytes.Length; length += length < Front ? 1 : 13)
        {
            if (Reading.HeaderOrRefusal(new MemorySource(bytes.AsMemory(0, length))) is { } header)
            {
                Assert.Equal((length, whole.Format, whole.Size), (length, header.Format, header.Size));
                Assert.True(!(header.Video!.Duration > whole.Video!.Duration), $"{length} bytes play {header.Video.Duration}.");
                told++;
            }
        }

        Assert.InRange(told, 1, bytes.Length - 1);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Changed_bytes_are_read_or_refused(string path)
    {
        byte[] original = FamilySample.Of(path);
        Random random = new(original.Length);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = (byte[])original.Clone();
            for (int i = random.Next(6); i >= 0; i--)
            {
                int place = random.Next(4) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(Front, bytes.Length));
                bytes[place] = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)(bytes[place] ^ (1 << random.Next(8)));
            }

            Check(bytes.AsMemory(0, random.Next(2) == 0 ? bytes.Length : 1 + random.Next(bytes.Length)));
        }
    }

    private static void Check(ReadOnlyMemory<byte> bytes)
    {
        MemorySource source = new(bytes);
        if (Reading.HeaderOrRefusal(source) is { Video: { } video } header)
        {
            Assert.True(header.Size is { Width: > 0, Height: > 0 }, header.ToString());
            Assert.Equal(video.Duration is null, video.DurationProblem is not null);
            Assert.True(!(video.Duration <= TimeSpan.Zero) && !(video.PictureDuration <= TimeSpan.Zero), video.ToString());
            Assert.True(!(video.PictureDuration > video.Duration) && !(video.FrameRate <= 0), video.ToString());
        }

        Assert.InRange(source.BytesRead, 1, Reading.Budget);
    }
}

using MediaTokens.Core.Tests.Headers;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Samples cut off or changed are taken apart all the same, and a copy that broke off is found out.</summary>
public sealed class PartsFuzzTests
{
    private const int EveryLengthUpTo = 6000;
    private const int Rounds = 150;

    private static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0xD8, 0xD9, 0xE1, 0xFE, 0xFF];

    private static readonly MediaFormat[] Walked = [MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP, MediaFormat.Gif, MediaFormat.Bmp];

    public static TheoryData<string> Paths => new(TestMedia.Samples
        .Where(sample => Walked.Contains(sample.Format))
        .Select(sample => sample.Path));

    public static TheoryData<string> AllPaths => new(TestMedia.Samples.Select(sample => sample.Path)
        .Concat(TestMedia.Bad.Select(bad => "bad/" + bad.Name))
        .Where(path => TestMedia.Bytes(path).Length > 0));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cut_anywhere_a_sample_is_damaged(string path)
    {
        byte[] bytes = TestMedia.Bytes(path);
        MediaFormat format = TestMedia.Sample(path).Format;
        int wholeUpTo = bytes.Length;
        int undamaged = 0;
        for (int length = 0; length < wholeUpTo; length += length < EveryLengthUpTo ? 1 : 211)
        {
            undamaged += Parts.Check(bytes.AsSpan(0, length), format) is null ? 1 : 0;
        }

        // A GIF may end behind any of its frames, and a bitmap within the padding of its last row.
        int allowed = format switch
        {
            MediaFormat.Gif => TestMedia.Sample(path).IsAnimated ? 8 : 1,
            MediaFormat.Bmp => 3,
            _ => 0,
        };
        Assert.InRange(undamaged, 0, allowed);
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public void Changed_bytes_are_taken_apart(string path)
    {
        byte[] original = TestMedia.Bytes(path);
        Random random = new(path.Length + original.Length);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = (byte[])original.Clone();
            for (int change = random.Next(6); change >= 0; change--)
            {
                int place = random.Next(2) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(200, bytes.Length));
                bytes[place] = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)(bytes[place] ^ (1 << random.Next(8)));
            }

            Assert.All(Walked, format => Parts.Check(bytes, format));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Parts_taken_out_or_repeated_are_taken_apart(string path)
    {
        byte[] original = TestMedia.Bytes(path);
        MediaFormat format = TestMedia.Sample(path).Format;
        Random random = new(path.Length * original.Length);
        for (int round = 0; round < Rounds; round++)
        {
            int at = random.Next(original.Length);
            int count = random.Next(Math.Min(64, original.Length - at) + 1);
            Parts.Check([.. original[..at], .. original[(at + count)..]], format);
            Parts.Check([.. original[..(at + count)], .. original[at..]], format);
        }
    }
}

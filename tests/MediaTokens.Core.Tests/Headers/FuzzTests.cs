using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>Samples with a few bytes changed are read or refused, always in the same way and within the budget.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 200;

    // Most of what the readers look at is here.
    private const int Front = 700;

    private static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    public static TheoryData<string> Paths => new(TestMedia.Samples.Select(sample => sample.Path)
        .Concat(TestMedia.Bad.Select(bad => "bad/" + bad.Name))
        .Where(path => TestMedia.Bytes(path).Length > 0));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Changed_bytes_are_read_or_refused(string path)
    {
        byte[] original = TestMedia.Bytes(path);
        Random random = new(path.Length + original.Length);
        byte[] bytes = (byte[])original.Clone();
        int[] all = new int[6];
        for (int round = 0; round < Rounds; round++)
        {
            Span<int> places = all.AsSpan(0, 1 + random.Next(all.Length));
            foreach (ref int place in places)
            {
                place = random.Next(4) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(Front, bytes.Length));
                bytes[place] = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)(bytes[place] ^ (1 << random.Next(8)));
            }

            Check(bytes);
            foreach (int place in places)
            {
                bytes[place] = original[place];
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Parts_taken_out_or_repeated_are_read_or_refused(string path)
    {
        byte[] original = TestMedia.Bytes(path);
        ReadOnlySpan<byte> front = original.AsSpan(0, Math.Min(original.Length, 4 * Front));
        Random random = new(path.Length * original.Length);
        for (int round = 0; round < Rounds / 4; round++)
        {
            int at = random.Next(front.Length);
            int count = random.Next(Math.Min(64, front.Length - at) + 1);
            Check([.. front[..at], .. front[(at + count)..]]);
            Check([.. front[..(at + count)], .. front[at..]]);
        }
    }

    private static void Check(byte[] bytes)
    {
        MemorySource source = new(bytes);
        if (Reading.HeaderOrRefusal(source) is { } header)
        {
            Assert.True((header.Format == MediaFormat.Pdf || header.Size is { Width: > 0, Height: > 0 }) && header.Orientation is >= 1 and <= 8, header.ToString());
            Assert.Equal(header, MediaHeaderReader.Read(new MemorySource(bytes)));
        }

        Assert.True(source.BytesRead <= Reading.Budget, $"{source.BytesRead} bytes were read.");
    }
}

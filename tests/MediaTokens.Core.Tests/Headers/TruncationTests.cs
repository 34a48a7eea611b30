using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>A copy that broke off is refused or read rightly, wherever it broke off.</summary>
public sealed class TruncationTests
{
    private const int EveryLengthUpTo = 20_000;

    // Signature and IHDR: a file that is nothing but a header is taken at its word, though an orientation might have followed.
    private const int PngHeaderAlone = 33;

    public static TheoryData<string> Paths => new(TestMedia.Samples.Select(sample => sample.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cut_anywhere_a_sample_has_its_size_or_none(string path)
    {
        Sample sample = TestMedia.Sample(path);
        byte[] bytes = TestMedia.Bytes(path);
        int told = 0;
        for (int length = 0; length < bytes.Length; length += length < EveryLengthUpTo ? 1 : 97)
        {
            MemorySource source = new(bytes.AsMemory(0, length));
            if (Reading.HeaderOrRefusal(source) is { } header && !(sample.Format == MediaFormat.Png && length == PngHeaderAlone))
            {
                Assert.Equal((length, sample.Format, sample.Size, sample.Orientation), (length, header.Format, header.Size, header.Orientation));
                told++;
            }

            Assert.True(source.BytesRead <= Reading.Budget);
        }

        Assert.True(told < bytes.Length, "No length at all was refused.");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cut_within_the_first_bytes_a_sample_is_truncated_or_unknown(string path)
    {
        byte[] bytes = TestMedia.Bytes(path);
        Reading.Fails([], MediaErrorId.EmptyFile);
        for (int length = 1; length < 13; length++)
        {
            MediaException exception = Assert.Throws<MediaException>(() => MediaHeaderReader.Read(new MemorySource(bytes.AsMemory(0, length))));
            Assert.True(
                exception.Id is MediaErrorId.TruncatedFile or MediaErrorId.UnknownFormat,
                $"{length} bytes: {exception.Id}");
        }
    }
}

using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>However a file is made, little of it is read and little memory is taken.</summary>
public sealed class BudgetTests
{
    private const long MostAllocated = 65_536;

    public static TheoryData<string> Names => new(Hostile.Sources.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_without_end_has_its_size_or_none_within_the_budget(string name)
    {
        RepeatingSource source = Hostile.Sources[name]();
        if (Reading.HeaderOrRefusal(source) is { } header)
        {
            Assert.Equal(new PixelSize(300, 200), header.Size);
        }

        Assert.InRange(source.BytesRead, 1, Reading.Budget);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_without_end_takes_little_memory(string name)
    {
        RepeatingSource source = Hostile.Sources[name]();
        _ = Reading.HeaderOrRefusal(Hostile.Sources[name]());
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = Reading.HeaderOrRefusal(source);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    [Fact]
    public void Reading_a_sample_from_memory_takes_no_memory()
    {
        foreach (Sample sample in TestMedia.Samples)
        {
            MemorySource source = new(TestMedia.Bytes(sample.Path));
            _ = MediaHeaderReader.Read(source);
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = MediaHeaderReader.Read(source);
            Assert.Equal((sample.Path, 0), (sample.Path, GC.GetAllocatedBytesForCurrentThread() - before));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public void A_file_that_shrinks_while_it_is_read_is_truncated(int left)
    {
        foreach (Sample sample in TestMedia.Samples)
        {
            ShrunkSource source = new(TestMedia.Bytes(sample.Path).AsMemory(0, left));
            Assert.Equal(MediaErrorId.TruncatedFile, Assert.Throws<MediaException>(() => MediaHeaderReader.Read(source)).Id);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_source_without_bytes_is_an_empty_file(long length) =>
        Assert.Equal(MediaErrorId.EmptyFile, Assert.Throws<MediaException>(() => MediaHeaderReader.Read(new ShrunkSource(default, length))).Id);

    /// <summary>A source that has told a length and then has fewer bytes.</summary>
    private sealed class ShrunkSource(ReadOnlyMemory<byte> left, long length = 100_000) : ByteSource
    {
        private readonly MemorySource _left = new(left);

        public override long Length => length;

        public override int Read(long offset, Span<byte> buffer) => _left.Read(offset, buffer);
    }
}

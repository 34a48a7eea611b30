using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>The files of tests/media: sizes as independent readers tell them, and one error id for each damaged file.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Paths => new(TestMedia.Samples.Select(sample => sample.Path));

    public static TheoryData<string> BadFiles => new(TestMedia.Bad.Select(bad => bad.Name));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_is_read_as_others_read_it(string path)
    {
        MediaHeader header = MediaHeaderReader.Read(TestMedia.FullPath(path), out long length);
        Assert.Equal(TestMedia.Sample(path).Header, header);
        Assert.Equal(new FileInfo(TestMedia.FullPath(path)).Length, length);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sample_in_memory_is_read_like_the_file(string path)
    {
        MemorySource source = new(TestMedia.Bytes(path));
        Assert.Equal(TestMedia.Sample(path).Header, MediaHeaderReader.Read(source));
        Assert.True(source.BytesRead <= Reading.Budget);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_refused_under_its_id(string name)
    {
        MediaException exception = Assert.Throws<MediaException>(
            () => ReadImage(TestMedia.FullPath("bad/" + name)));
        Assert.Equal(TestMedia.Bad.Single(bad => bad.Name == name).Id, exception.Id);
        Assert.NotEmpty(exception.Message);
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Fact]
    public void Every_file_has_a_row()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(TestMedia.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestMedia.Folder, file).Replace('\\', '/'))
            .Where(file => Path.GetExtension(file) is not (".csv" or ".md"))
            // Videos and documents have lists of their own.
            .Where(file => !file.StartsWith("video/", StringComparison.Ordinal) && !file.StartsWith("pdf/", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("inbox/", StringComparison.Ordinal) || FileEndings.SaysImage(file))
            .Order(StringComparer.Ordinal);
        IEnumerable<string> rows = TestMedia.Samples.Select(sample => sample.Path)
            .Concat(TestMedia.Bad.Select(bad => "bad/" + bad.Name))
            .Order(StringComparer.Ordinal);
        Assert.Equal(files, rows);
    }

    private static MediaHeader ReadImage(string path)
    {
        using FileSource file = new(path);
        return MediaHeaderReader.ReadImage(file);
    }
}

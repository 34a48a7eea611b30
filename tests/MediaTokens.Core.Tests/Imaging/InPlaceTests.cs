using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Results in the places of their sources: at every moment either the source or the whole result is there.</summary>
public sealed class InPlaceTests : IDisposable
{
    private static readonly PixelSize Large = new(2000, 1000);

    private readonly Optimizing _make = new();
    private readonly FakeEngine _engine = new();

    private Scratch Scratch => _make.Scratch;

    [Fact]
    public void A_source_is_replaced_and_nothing_is_left_beside_it()
    {
        string source = Put("a.JPG");
        OptimizedImage image = Write(source);
        Assert.Equal(source, image.Path);
        Assert.Equal(source, image.Source);
        Assert.Equal(new PixelSize(1536, 768), MediaHeaderReader.Read(source, out long length).Size);
        Assert.Equal(1000, length);
        Assert.Equal(["a.JPG"], Scratch.Files);
    }

    [Fact]
    public void An_image_that_stays_as_it_is_is_not_written_at_all()
    {
        string source = Scratch.Put("a.jpg", File.ReadAllBytes(_make.Source(length: 1_050)));
        DateTime before = new(2020, 2, 2, 2, 2, 2, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(source, before);
        Assert.Equal("Copied", Write(source).Action);
        Assert.Equal(before, File.GetLastWriteTimeUtc(source));
    }

    [Fact]
    public void A_source_that_was_changed_after_it_was_read_is_left_as_it_is()
    {
        string source = Put("a.jpg");
        byte[] other = [1, 2, 3];
        Refusal.Of(MediaErrorId.FileChanged, () => Write(source, () => File.WriteAllBytes(source, other)));
        Assert.Equal(other, File.ReadAllBytes(source));
        Assert.Equal(["a.jpg"], Scratch.Files);
    }

    [Fact]
    public void A_source_that_got_the_same_length_and_another_time_was_changed()
    {
        string source = Put("a.jpg");
        Refusal.Of(MediaErrorId.FileChanged, () => Write(source, () => File.SetLastWriteTimeUtc(source, new(2030, 1, 1))));
        Assert.Equal(Large, MediaHeaderReader.Read(source, out _).Size);
    }

    [Fact]
    public void A_source_that_is_gone_is_not_brought_back()
    {
        string source = Put("a.jpg");
        Refusal.Of(MediaErrorId.FileChanged, () => Write(source, () => File.Delete(source)));
        Assert.Empty(Scratch.Files);
    }

    [Fact]
    public void A_change_that_comes_through_a_link_is_seen_too()
    {
        string real = Put("real/a.jpg");
        if (Scratch.TryLink("link.jpg", "real/a.jpg"))
        {
            Refusal.Of(MediaErrorId.FileChanged, () => Write(Scratch.At("link.jpg"), () => File.WriteAllBytes(real, [1])));
            Assert.Equal([1], File.ReadAllBytes(real));
        }
    }

    [Fact]
    public void A_link_stays_and_its_target_is_replaced()
    {
        string real = Put("real/a.jpg");
        if (Scratch.TryLink("link.jpg", "real/a.jpg"))
        {
            OptimizedImage image = Write(Scratch.At("link.jpg"));
            Assert.Equal(RealPath.Of(real), image.Path);
            Assert.Equal("real/a.jpg", new FileInfo(Scratch.At("link.jpg")).LinkTarget);
            Assert.Equal(new PixelSize(1536, 768), MediaHeaderReader.Read(real, out _).Size);
            Assert.Equal(["link.jpg", "real/a.jpg"], Scratch.Files);
        }
    }

    [Fact]
    public void A_result_of_another_format_has_another_name_and_its_source_is_gone()
    {
        string source = Scratch.PutSample("banner.bmp", "a.bmp");
        OptimizedImage image = Write(source);
        Assert.Equal(Scratch.At("a.jpg"), image.Path);
        Assert.Equal(source, image.Source);
        Assert.Equal(["a.jpg"], Scratch.Files);
    }

    [Fact]
    public void A_new_name_that_is_taken_meanwhile_keeps_both_files()
    {
        string source = Scratch.PutSample("banner.bmp", "a.bmp");
        byte[] bytes = File.ReadAllBytes(source);
        Refusal.Of(MediaErrorId.DestinationExists, () => Write(source, () => Scratch.Put("a.jpg", 1)));
        Assert.Equal(bytes, File.ReadAllBytes(source));
        Assert.Equal([1], File.ReadAllBytes(Scratch.At("a.jpg")));
        Assert.Equal(["a.bmp", "a.jpg"], Scratch.Files);
    }

    [Fact]
    public void A_source_that_was_changed_is_kept_where_its_result_has_another_name()
    {
        string source = Scratch.PutSample("banner.bmp", "a.bmp");
        Refusal.Of(MediaErrorId.FileChanged, () => Write(source, () => File.WriteAllBytes(source, [1])));
        Assert.Equal(["a.bmp"], Scratch.Files);
    }

    [Fact]
    public void A_place_that_cannot_be_written_leaves_the_source()
    {
        string source = Scratch.PutSample("banner.bmp", "a.bmp");
        Scratch.Folder("a.jpg");
        Refusal.Of(MediaErrorId.DestinationExists, () => Write(source));
        Assert.Equal(["a.bmp"], Scratch.Files);
    }

    [Fact]
    public void A_source_in_a_folder_is_touched_by_no_result_elsewhere()
    {
        string source = Put("in/a.jpg");
        byte[] bytes = File.ReadAllBytes(source);
        OptimizeRun run = new(ResultPlacement.At(Scratch.At("upload"), force: true), 1, default);
        OptimizedImage image = Write(run, source);
        Assert.Equal(Scratch.At("upload/a.jpg"), image.Path);
        Assert.Equal(bytes, File.ReadAllBytes(source));
        Assert.Equal(["in/a.jpg", "upload/a.jpg"], Scratch.Files);
    }

    [Fact]
    public void A_result_elsewhere_is_made_of_a_source_that_is_gone_by_then()
    {
        string source = Put("in/a.jpg");
        OptimizeRun run = new(ResultPlacement.At(Scratch.At("upload"), force: false), 1, default);
        Write(run, source, () => File.Delete(source));
        Assert.Equal(["upload/a.jpg"], Scratch.Files);
    }

    [Fact]
    public void A_file_that_appears_at_the_destination_meanwhile_is_kept()
    {
        string source = Put("in/a.jpg");
        OptimizeRun run = new(ResultPlacement.At(Scratch.At("upload"), force: false), 1, default);
        Refusal.Of(MediaErrorId.DestinationExists, () => Write(run, source, () => Scratch.Put("upload/a.jpg", 1)));
        Assert.Equal([1], File.ReadAllBytes(Scratch.At("upload/a.jpg")));
        Assert.Equal(["in/a.jpg", "upload/a.jpg"], Scratch.Files);
    }

    public void Dispose() => _make.Dispose();

    private string Put(string name) => Scratch.Put(name, Making.Picture.Of(MediaFormat.Jpeg, Large, 10_000));

    private OptimizedImage Write(string source, Action? meanwhile = null) => Write(new(ResultPlacement.InPlace(force: true), 1, default), source, meanwhile);

    private OptimizedImage Write(OptimizeRun run, string source, Action? meanwhile = null)
    {
        run.Add(new(Optimizing.For(), Optimizing.Engines(_engine)), source, walked: null);
        OptimizeOutcome outcome = run.Take(wait: true)!;
        Assert.Null(outcome.Failure);
        string place = run.Place(outcome);
        meanwhile?.Invoke();
        return run.Write(outcome, place);
    }
}

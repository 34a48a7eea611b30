using MediaTokens.Catalog.Updating;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>The updated catalog is written whole or not at all, and what it replaces is kept.</summary>
public sealed class CatalogWriteTests : IDisposable
{
    private const string Other = """{ "schemaVersion": 2, "date": "2099-11-20", "models": [ { "id": "acme-ship", "family": "gemini-3" } ] }""";

    private readonly UpdateFolder _folder = new();

    [Fact]
    public void Reading_writes_nothing()
    {
        Assert.NotEmpty(_folder.Read(Updates.Models).Changes);
        Assert.Empty(_folder.Scratch.Files);
    }

    [Fact]
    public void The_folder_is_made_and_nothing_else_is_left_in_it()
    {
        CatalogUpdate update = _folder.Read(Updates.Models);
        Assert.True(update.Write());
        Assert.Equal(_folder.Target, update.Target);
        Assert.Equal(["home/catalog.json"], _folder.Scratch.Files);
    }

    [Fact]
    public void The_old_catalog_is_kept_byte_for_byte_and_the_one_before_is_gone()
    {
        _folder.Update(Updates.Models);
        byte[] first = File.ReadAllBytes(_folder.Target);
        CatalogUpdate update = _folder.Read(Other);
        update.Write();
        Assert.Equal(_folder.Previous, update.Previous);
        Assert.Equal(first, File.ReadAllBytes(_folder.Previous));
        byte[] second = File.ReadAllBytes(_folder.Target);
        _folder.Update(Other.Replace("acme-ship", "acme-boat", StringComparison.Ordinal));
        Assert.Equal(second, File.ReadAllBytes(_folder.Previous));
        Assert.Equal(["home/catalog.json", "home/catalog.previous.json"], _folder.Scratch.Files);
    }

    [Fact]
    public void A_folder_below_a_file_cannot_be_written()
    {
        _folder.Scratch.Put("home", 1, 2, 3);
        CatalogUpdate update = _folder.Read(Updates.Models);
        Assert.Equal(MediaErrorId.DestinationUnwritable, Assert.Throws<MediaException>(() => update.Write()).Id);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder.Scratch.At("home")));
    }

    [Fact]
    public void A_folder_in_the_catalogs_place_is_reported_and_left_alone()
    {
        _folder.Scratch.Put("home/catalog.json/note", 1);
        List<MediaException> bad = [];
        CatalogUpdate update = _folder.Read(Updates.Models, bad: bad);
        Assert.Single(bad);
        Assert.Equal(MediaErrorId.DestinationUnwritable, Assert.Throws<MediaException>(() => update.Write()).Id);
        Assert.Equal(["home/catalog.json/note"], _folder.Scratch.Files);
    }

    [Fact]
    public void Where_the_old_catalog_cannot_be_kept_it_is_not_replaced()
    {
        _folder.Update(Updates.Models);
        byte[] before = File.ReadAllBytes(_folder.Target);
        _folder.Scratch.Put("home/catalog.previous.json/note", 1);
        CatalogUpdate update = _folder.Read(Other);
        Assert.Equal(MediaErrorId.DestinationUnwritable, Assert.Throws<MediaException>(() => update.Write()).Id);
        Assert.Equal(before, File.ReadAllBytes(_folder.Target));
        Assert.Equal(["home/catalog.json", "home/catalog.previous.json/note"], _folder.Scratch.Files);
    }

    [Fact]
    public void A_file_system_that_takes_no_file_is_an_error()
    {
        // Not even the superuser makes a file there.
        if (OperatingSystem.IsLinux() && _folder.Scratch.TryLink("home", "/proc", isFolder: true))
        {
            CatalogUpdate update = _folder.Read(Updates.Models);
            Assert.Equal(MediaErrorId.DestinationUnwritable, Assert.Throws<MediaException>(() => update.Write()).Id);
        }
    }

    [Fact]
    public void A_catalog_that_somebody_else_updated_meanwhile_is_not_overwritten()
    {
        CatalogUpdate slow = _folder.Read(Updates.Models);
        _folder.Update(Other);
        byte[] theirs = File.ReadAllBytes(_folder.Target);
        Assert.Equal(MediaErrorId.FileChanged, Assert.Throws<MediaException>(() => slow.Write()).Id);
        Assert.Equal(theirs, File.ReadAllBytes(_folder.Target));
    }

    [Fact]
    public void What_a_crash_left_behind_does_not_matter()
    {
        _folder.Update(Updates.Models);
        _folder.Scratch.Put("home/.mediatokens-0123456789abcdef0123456789abcdef.tmp", Updates.Bytes("""{ "schemaVersion": """));
        Assert.Equal(["Added Model acme-ship family: - -> gemini-3"], _folder.Update(Other));
        Assert.Contains(_folder.Load().Models, model => model.Id == "acme-ship");
    }

    public void Dispose() => _folder.Dispose();
}

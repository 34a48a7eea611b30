using System.Text.Json;
using MediaTokens.Imaging;

namespace MediaTokens.Catalog.Updating;

/// <summary>A newer catalog, checked row by row and compared with the present one, before anything is written.</summary>
public sealed class CatalogUpdate
{
    private readonly string _target;
    private readonly byte[]? _present;
    private readonly MemoryStream? _merged;

    private CatalogUpdate(string target, byte[]? present, MemoryStream? merged, IReadOnlyList<MediaTokenCatalogChange> changes, PriceFileShape shape, int passedOver) =>
        (_target, _present, _merged, Changes, Shape, PassedOver) = (target, present, merged, changes, shape, passedOver);

    /// <summary>What changes, one for each field; empty where the newer catalog says nothing new.</summary>
    public IReadOnlyList<MediaTokenCatalogChange> Changes { get; }

    /// <summary>Whose shape the newer catalog has.</summary>
    public PriceFileShape Shape { get; }

    /// <summary>The entries of another project's file that are of no model of the catalog, or are not used.</summary>
    public int PassedOver { get; }

    /// <summary>The file that <see cref="Write"/> writes, as an absolute path.</summary>
    public string Target => _target;

    /// <summary>The file that keeps what <see cref="Write"/> replaces, beside the target.</summary>
    public string Previous => PreviousOf(_target);

    /// <summary>Reads and checks the file of a newer catalog, and finds what it changes.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="options">The file that is updated, the day, and whether an older catalog may replace a newer one.</param>
    /// <param name="onBadRow">Gets what is wrong with a row, of the newer catalog or of the present one, which is then left out.</param>
    /// <exception cref="MediaException">As of a catalog in memory, and where the file cannot be read.</exception>
    public static CatalogUpdate Read(string path, CatalogUpdateOptions options, Action<MediaException> onBadRow)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(ModelCatalog.ReadFile(path), path, options, onBadRow);
    }

    /// <summary>Reads and checks a newer catalog, and finds what it changes.</summary>
    /// <param name="utf8">The file: a catalog of this project, or prices in the shape of LiteLLM or genai-prices.</param>
    /// <param name="name">Its path or address, for messages.</param>
    /// <param name="options">The file that is updated, the day, and whether an older catalog may replace a newer one.</param>
    /// <param name="onBadRow">Gets what is wrong with a row, of the newer catalog or of the present one, which is then left out.</param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.InvalidCatalog"/>: the file has none of the three shapes, or is older than the present one.
    /// </exception>
    public static CatalogUpdate Read(ReadOnlyMemory<byte> utf8, string name, CatalogUpdateOptions options, Action<MediaException> onBadRow)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(onBadRow);
        string target = Path.GetFullPath(options.Target);
        PresentCatalog present = PresentCatalog.Read(target, onBadRow);
        using JsonDocument document = CatalogText.Parse(utf8, name);
        PriceFileShape shape = PriceFile.ShapeOf(document.RootElement, name);
        CatalogTables tables = present.Tables.Copy();
        CatalogRows newer;
        int passedOver = 0;
        if (shape == PriceFileShape.MediaTokens)
        {
            newer = CheckedCatalog.Read(document.RootElement.Clone(), name, tables, onBadRow);
            RefuseOlder(newer.Date, name, present.Updated, options);
        }
        else
        {
            PriceFileContent content = PriceFile.Read(utf8, name, ModelCatalog.Of(tables, options.Today), options.Today, options.Today, onBadRow);
            newer = PriceNews.Of(content.Prices, present.Rows, options.Today);
            newer.Date = (present.Updated ?? present.Shipped).Date;
            passedOver = content.PassedOver;
        }

        List<MediaTokenCatalogChange> changes = CatalogChanges.Between(present, newer, tables);
        MemoryStream? merged = changes.Count == 0 && !present.IsDamaged ? null : Merge(target, present, newer);
        return new(target, present.Bytes, merged, changes, shape, passedOver);
    }

    /// <summary>Writes the updated catalog: whole or not at all, with what it replaces kept beside it.</summary>
    /// <returns>False where nothing changes and the present file is sound, so that nothing is written.</returns>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.DestinationUnwritable"/>: the file or its folder cannot be written.
    /// <see cref="MediaErrorId.FileChanged"/>: somebody else updated the catalog in the meantime.
    /// </exception>
    public bool Write()
    {
        if (_merged is null)
        {
            return false;
        }

        RequireUnchanged();
        if (_present is not null)
        {
            using MemoryStream previous = new(_present, 0, _present.Length, writable: false, publiclyVisible: true);
            ResultFile.Write(Previous, previous, overwrite: true, like: null, static () => { });
        }

        ResultFile.Write(_target, _merged, overwrite: true, like: null, RequireUnchanged);
        return true;
    }

    private static string PreviousOf(string target) =>
        Path.Join(Path.GetDirectoryName(target), $"{Path.GetFileNameWithoutExtension(target)}.previous{Path.GetExtension(target)}");

    private static void RefuseOlder(string date, string name, CatalogRows? updated, CatalogUpdateOptions options)
    {
        if (!options.Force && updated is not null && CatalogDate.IsOlder(date, updated.Date))
        {
            throw new MediaException(
                MediaErrorId.InvalidCatalog,
                $"The catalog '{name}' is of {date}, and the present one of {updated.Date}.",
                "Use a newer catalog, or -Force (--force) to take this one.");
        }
    }

    /// <summary>The file to write, which is read once more as every command will read it.</summary>
    private static MemoryStream Merge(string target, PresentCatalog present, CatalogRows newer)
    {
        CatalogRows rows = (present.Updated is null ? newer : present.Updated.With(newer)).Without(present.Shipped);

        // An updated catalog that is older than what ships is passed over, and this one is asked for.
        rows.Date = CatalogDate.IsOlder(rows.Date, present.Shipped.Date) ? present.Shipped.Date : rows.Date;
        MemoryStream file = CatalogJsonWriter.Write(rows);
        if (file.Length > ModelCatalog.MostBytes)
        {
            throw CatalogReader.Error(target, $"it would have {file.Length} bytes, more than any catalog");
        }

        CatalogReader.Read(file.GetBuffer().AsMemory(0, (int)file.Length), target, ModelCatalog.ShippedTables.Copy());
        return file;
    }

    private void RequireUnchanged()
    {
        byte[]? now;
        try
        {
            now = PresentCatalog.ReadBytes(_target);
        }
        catch (MediaException exception)
        {
            // What cannot be read cannot be kept, so that it is not replaced either.
            throw ResultFile.Unwritable(exception);
        }

        if (!now.AsSpan().SequenceEqual(_present))
        {
            throw new MediaException(MediaErrorId.FileChanged, "The catalog was changed by somebody else in the meantime.", "Update it again.");
        }
    }
}

using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>The catalog as it is before an update: what ships, and the updated catalog on top, whose bad rows are reported and left out.</summary>
internal sealed class PresentCatalog
{
    private static readonly Lazy<CatalogRows> ShippedRows = new(ReadShipped);

    private PresentCatalog(CatalogTables tables, CatalogRows shipped, CatalogRows? updated, byte[]? bytes, bool isDamaged) =>
        (Tables, Shipped, Updated, Bytes, IsDamaged, Rows) = (tables, shipped, updated, bytes, isDamaged, updated is null ? shipped : shipped.With(updated));

    public CatalogTables Tables { get; }

    public CatalogRows Shipped { get; }

    /// <summary>The rows of the updated catalog; null where there is none that can be read, or one that is older than what ships.</summary>
    public CatalogRows? Updated { get; }

    /// <summary>Both.</summary>
    public CatalogRows Rows { get; }

    /// <summary>The updated catalog's file; null where there is none.</summary>
    public byte[]? Bytes { get; }

    /// <summary>Whether the updated catalog is there but cannot be read as a whole, so that no command can use it.</summary>
    public bool IsDamaged { get; }

    public static PresentCatalog Read(string path, Action<MediaException> onBadRow)
    {
        CatalogTables tables = ModelCatalog.ShippedTables.Copy();
        byte[]? bytes = null;
        CatalogRows? updated = null;
        bool isDamaged = false;
        void Report(MediaException exception)
        {
            isDamaged = true;
            onBadRow(exception);
        }

        try
        {
            bytes = ReadBytes(path);
            updated = bytes is null ? null : ReadUpdated(bytes, path, tables, Report);
        }
        catch (MediaException exception)
        {
            Report(exception);
        }

        return new(tables, ShippedRows.Value, updated, bytes, isDamaged);
    }

    /// <summary>The bytes of the updated catalog; null where there is none.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: it cannot be read.</exception>
    public static byte[]? ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CatalogReader.Error(path, exception.Message, exception);
        }
    }

    private static CatalogRows? ReadUpdated(byte[] utf8, string name, CatalogTables tables, Action<MediaException> onBadRow)
    {
        JsonElement root = Parse(utf8, name);
        bool isOutdated = root.ValueKind == JsonValueKind.Object && RowFields.Text(root, "date") is string date
            && CatalogDate.IsOlder(date, ShippedRows.Value.Date);
        return isOutdated ? null : CheckedCatalog.Read(root, name, tables, onBadRow);
    }

    private static CatalogRows ReadShipped()
    {
        CatalogTables tables = new();
        CatalogRows Read(string resource) =>
            CheckedCatalog.Read(Parse(ModelCatalog.ReadResource(resource), resource), resource, tables, static exception => throw exception);
        return Read("models.json").With(Read("prices.json"));
    }

    private static JsonElement Parse(byte[] utf8, string name)
    {
        using JsonDocument document = CatalogText.Parse(utf8, name);
        return document.RootElement.Clone();
    }
}

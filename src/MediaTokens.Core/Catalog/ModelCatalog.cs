using MediaTokens.Headers;

namespace MediaTokens.Catalog;

/// <summary>The models that are known, with their rules: the rows that ship, and a user's rows on top.</summary>
public sealed class ModelCatalog
{
    /// <summary>The environment variable that names a catalog file to read on top of the one that ships.</summary>
    public const string EnvironmentVariable = "MEDIATOKENS_CATALOG";

    private const int MostBytes = 16 * 1024 * 1024;
    private const int NearestCount = 3;

    private static readonly Lazy<ModelCatalog> Shipped = new(() => new([], []));

    private readonly Dictionary<string, ModelFamily> _families;
    private readonly Dictionary<string, ModelRow> _models;

    private ModelCatalog(Dictionary<string, ModelFamily> families, Dictionary<string, ModelRow> models)
    {
        (_families, _models) = (families, new(models, StringComparer.OrdinalIgnoreCase));
        if (models.Count == 0)
        {
            CatalogReader.Read(ReadShipped(), null, _families, _models);
        }
    }

    /// <summary>The rows, in the order of the catalog.</summary>
    public IReadOnlyCollection<ModelRow> Models => _models.Values;

    /// <summary>The catalog that ships.</summary>
    public static ModelCatalog Default => Shipped.Value;

    /// <summary>The catalog that ships, with a user's rows added to it or in place of its own.</summary>
    /// <param name="path">
    /// A JSON file of the same shape; null for the file that the environment variable <see cref="EnvironmentVariable"/> names, if any.
    /// </param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: the file cannot be read, or has a bad row.</exception>
    public static ModelCatalog Load(string? path)
    {
        path ??= Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (string.IsNullOrEmpty(path))
        {
            return Default;
        }

        ModelCatalog catalog = new(new(Default._families), Default._models);
        CatalogReader.Read(ReadFile(path), path, catalog._families, catalog._models);
        return catalog;
    }

    /// <summary>The row for a model's name: the longest id or alias that the name is, or is a dated version of.</summary>
    /// <param name="name">An id as a vendor writes it, letters in either case.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.UnknownModel"/>: no row fits; the message gives the nearest names.</exception>
    public ModelRow Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // From the last row to the first, so that a user's alias wins over a shipped id of the same length.
        ModelRow? best = Models.Reverse()
            .Select(row => (Row: row, Length: row.Aliases.Append(row.Id).Max(id => ModelId.Match(name, id, row.Family.Vendor))))
            .Where(match => match.Length > 0)
            .DefaultIfEmpty()
            .MaxBy(match => match.Length).Row;
        return best ?? throw Unknown(name);
    }

    /// <summary>The rows whose id or alias fits a pattern.</summary>
    /// <param name="pattern">The pattern as the user wrote it, for the message.</param>
    /// <param name="isMatch">Whether an id fits it.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.UnknownModel"/>: no row fits.</exception>
    public IReadOnlyList<ModelRow> Match(string pattern, Func<string, bool> isMatch)
    {
        ModelRow[] rows = [.. Models.Where(row => isMatch(row.Id) || row.Aliases.Any(isMatch))];
        return rows.Length > 0 ? rows : throw Unknown(pattern);
    }

    private MediaException Unknown(string name)
    {
        IEnumerable<string> nearest = Models
            .Select(row => row.Id)
            .OrderBy(id => ModelId.Distance(name, id))
            .ThenBy(id => id, StringComparer.Ordinal)
            .Take(NearestCount);
        return new(
            MediaErrorId.UnknownModel,
            $"No model '{name}' is in the catalog. The nearest names are {string.Join(", ", nearest)}.",
            "List the models with Get-MediaTokenModel or 'mediatokens models', or add the model with a catalog file.");
    }

    private static byte[] ReadShipped()
    {
        using Stream stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream("models.json")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ReadOnlyMemory<byte> ReadFile(string path)
    {
        try
        {
            using FileSource source = new(path);
            if (source.Length > MostBytes)
            {
                throw CatalogReader.Error(path, $"it has {source.Length} bytes, more than any catalog");
            }

            byte[] bytes = new byte[source.Length];
            int read = source.Read(0, bytes);
            ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
            return bytes.AsSpan(0, read).StartsWith(byteOrderMark) ? bytes.AsMemory(3, read - 3) : bytes.AsMemory(0, read);
        }
        catch (MediaException exception) when (exception.Id != MediaErrorId.InvalidCatalog)
        {
            throw CatalogReader.Error(path, exception.Message, exception);
        }
    }
}

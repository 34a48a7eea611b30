using System.Globalization;
using MediaTokens.Headers;

namespace MediaTokens.Catalog;

/// <summary>The models that are known, with their rules: the rows that ship, and a user's rows on top.</summary>
public sealed class ModelCatalog
{
    /// <summary>The environment variable that names a catalog file to read on top of the one that ships.</summary>
    public const string EnvironmentVariable = "MEDIATOKENS_CATALOG";

    internal const int MostBytes = 16 * 1024 * 1024;
    private const int NearestCount = 3;

    // No id is so long that more letters would change which ones are the nearest.
    private const int MostCompared = 200;

    private static readonly Lazy<CatalogTables> Shipped = new(ReadShipped);
    private static readonly Lazy<ModelCatalog> ShippedOfFirstDay = new(() => new(Shipped.Value, Today));

    private readonly CatalogTables _tables;
    private readonly List<ModelRow> _models;

    private ModelCatalog(CatalogTables tables, DateOnly asOf) =>
        (_tables, AsOf, _models) = (tables, asOf, [.. tables.At(asOf)]);

    /// <summary>The rows of which values are known on <see cref="AsOf"/>, in the order of the catalog.</summary>
    public IReadOnlyCollection<ModelRow> Models => _models;

    /// <summary>The day whose values hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The catalog that ships, as of today.</summary>
    // A shell may run for days.
    public static ModelCatalog Default => ShippedOfFirstDay.Value.AsOf == Today ? ShippedOfFirstDay.Value : new(Shipped.Value, Today);

    /// <summary>The rows that ship, which nobody may change.</summary>
    internal static CatalogTables ShippedTables => Shipped.Value;

    /// <summary>Today, in UTC: the vendors' day, as far as they tell.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>The catalog that ships, with the rows of the updated one and a user's own added to it or in place of its own.</summary>
    /// <param name="path">
    /// A JSON file of the same shape; null for the file that the environment variable <see cref="EnvironmentVariable"/> names, if any.
    /// </param>
    /// <param name="asOf">The day whose values hold; null for today, in UTC.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: a file cannot be read, or has a bad row.</exception>
    public static ModelCatalog Load(string? path, DateOnly? asOf = null)
    {
        path ??= Environment.GetEnvironmentVariable(EnvironmentVariable);
        bool isUpdated = UpdatedCatalog.Exists;
        if (!isUpdated && string.IsNullOrEmpty(path))
        {
            return asOf is null || asOf == Today ? Default : new(Shipped.Value, asOf.Value);
        }

        CatalogTables tables = Shipped.Value.Copy();
        if (isUpdated)
        {
            // What a newer version ships is newer than what was brought up to date before.
            CatalogReader.Read(ReadFile(UpdatedCatalog.Path), UpdatedCatalog.Path, tables, notBefore: tables.Date);
        }

        if (!string.IsNullOrEmpty(path))
        {
            CatalogReader.Read(ReadFile(path), path, tables);
        }

        return new(tables, asOf ?? Today);
    }

    /// <summary>A catalog of rows that were read elsewhere.</summary>
    internal static ModelCatalog Of(CatalogTables tables, DateOnly asOf) => new(tables, asOf);

    /// <summary>The same catalog with other prices in place of those of the same model on the same platform.</summary>
    /// <param name="prices">The prices, which hold whatever the rest of the catalog says.</param>
    public ModelCatalog WithPrices(IReadOnlyList<ModelPrice> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        HashSet<(string, ModelPlatform)> replaced = [.. prices.Select(price => (price.Model.ToLowerInvariant(), price.Platform))];
        CatalogTables tables = _tables.Copy();
        tables.Prices.RemoveAll(price => replaced.Contains((price.Model.ToLowerInvariant(), price.Platform)));
        tables.Prices.AddRange(prices);
        return new(tables, AsOf);
    }

    /// <summary>The row for a model's name: the longest id or alias that the name is, or is a dated version of.</summary>
    /// <param name="name">
    /// An id as the vendor, Amazon Bedrock, Vertex AI, Azure, OpenRouter or LiteLLM writes it (see <see cref="ModelName"/>),
    /// letters in either case; '.', '-' and '_' between its parts are the same.
    /// </param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.UnknownModel"/>: no row fits; the message gives the nearest names.
    /// <see cref="MediaErrorId.NotYetPublished"/>: nothing is known of the model that was published by <see cref="AsOf"/>.
    /// </exception>
    public ModelRow Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Find(Models, name) is ModelRow row)
        {
            return row;
        }

        throw Find([.. _tables.At(DateOnly.MaxValue)], name) is ModelRow later ? NotYetPublished(name, later) : Unknown(name);
    }

    /// <summary>The rows whose id or alias fits a pattern.</summary>
    /// <param name="pattern">The pattern as the user wrote it, for the message.</param>
    /// <param name="isMatch">Whether an id fits it.</param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.UnknownModel"/>: no row fits.
    /// <see cref="MediaErrorId.NotYetPublished"/>: nothing is known of those that fit that was published by <see cref="AsOf"/>.
    /// </exception>
    public IReadOnlyList<ModelRow> Match(string pattern, Func<string, bool> isMatch)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(isMatch);
        ModelRow[] rows = [.. Models.Where(Fits)];
        if (rows.Length > 0)
        {
            return rows;
        }

        throw _tables.At(DateOnly.MaxValue).Where(Fits).MinBy(row => row.History[0].From) is ModelRow first ? NotYetPublished(pattern, first) : Unknown(pattern);

        bool Fits(ModelRow row) => isMatch(row.Id) || row.Aliases.Any(isMatch);
    }

    // A row may have a name in its id that is of a platform's form, and such an id is the user's own word for the model.
    private static ModelRow? Find(IReadOnlyCollection<ModelRow> rows, string name)
    {
        ModelName parsed = ModelName.Parse(name);
        return Best(rows, name, null) ?? (parsed.Vendor is null ? null : Best(rows, $"{parsed.Vendor}/{parsed.Id}", null)) ?? Best(rows, parsed.Id, parsed.Vendor);
    }

    // Of rows that fit alike the last, so that a user's alias wins over a shipped id of the same length.
    private static ModelRow? Best(IReadOnlyCollection<ModelRow> rows, string id, string? vendor)
    {
        (ModelRow? best, int most) = (null, 1);
        foreach (ModelRow row in rows)
        {
            if (vendor is not null && !VendorWord.AreSame(vendor, row.Family.Vendor))
            {
                continue;
            }

            int fit = ModelId.Match(id, row.Id, row.Family.Vendor);
            foreach (string alias in row.Aliases)
            {
                fit = Math.Max(fit, ModelId.Match(id, alias, row.Family.Vendor));
            }

            (best, most) = fit >= most ? (row, fit) : (best, most);
        }

        return best;
    }

    private MediaException NotYetPublished(string name, ModelRow later) => new(
        MediaErrorId.NotYetPublished,
        string.Create(CultureInfo.InvariantCulture, $"No values of {name} are known that were published by {AsOf:yyyy-MM-dd}: the first are of {later.History[0].From:yyyy-MM-dd}."),
        "Ask for a later day, or add the values of that time with a catalog file.");

    private MediaException Unknown(string name)
    {
        string asked = ModelName.Parse(name).Id;
        string compared = asked[..Math.Min(asked.Length, MostCompared)];
        IEnumerable<string> nearest = _tables.At(DateOnly.MaxValue)
            .Select(row => row.Id)
            .OrderBy(id => ModelId.Distance(compared, id))
            .ThenBy(id => id, StringComparer.Ordinal)
            .Take(NearestCount);
        return new(
            MediaErrorId.UnknownModel,
            $"No model '{name}' is in the catalog. The nearest names are {string.Join(", ", nearest)}.",
            "List the models with Get-MediaTokenModel or 'mediatokens models', or add the model with a catalog file.");
    }

    private static CatalogTables ReadShipped()
    {
        CatalogTables tables = new();
        CatalogReader.Read(ReadResource("models.json"), null, tables);
        CatalogReader.Read(ReadResource("prices.json"), null, tables);
        return tables;
    }

    internal static byte[] ReadResource(string name)
    {
        using Stream stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static ReadOnlyMemory<byte> ReadFile(string path)
    {
        try
        {
            using FileSource source = new(path);
            if (source.Length > MostBytes)
            {
                throw CatalogReader.Error(path, $"it has {source.Length} bytes, more than any catalog");
            }

            byte[] bytes = new byte[source.Length];
            return bytes.AsMemory(0, source.Read(0, bytes));
        }
        catch (MediaException exception) when (exception.Id != MediaErrorId.InvalidCatalog)
        {
            throw CatalogReader.Error(path, exception.Message, exception);
        }
    }
}

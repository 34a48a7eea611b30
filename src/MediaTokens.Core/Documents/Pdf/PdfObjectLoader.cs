using MediaTokens.Documents.Pdf.Security;

namespace MediaTokens.Documents.Pdf;

/// <summary>Loads objects from where the cross-references say they are, and keeps some of them.</summary>
internal sealed class PdfObjectLoader(PdfFile file, PdfWindow window)
{
    private readonly PdfObjectCache _cache = new();

    /// <summary>Forgets all that it keeps, as when the cross-references changed.</summary>
    public void Forget() => _cache.Clear();

    /// <summary>Loads an object.</summary>
    /// <param name="reference">Its number and generation.</param>
    /// <param name="table">Where the objects are.</param>
    /// <param name="cipher">Undoes the encryption of strings; null where there is none.</param>
    /// <returns>Null where the object is not where it should be; the null object where it is said not to be.</returns>
    public PdfObject? Load(PdfReference reference, CrossReferenceTable table, PdfCipher? cipher)
    {
        if (_cache.TryGet(reference, out PdfObject? known))
        {
            return known;
        }

        CrossReference place = table[reference.Number];
        if (place.IsInStream)
        {
            return reference.Generation == 0 ? LoadFromStream(reference, place, table) : PdfNull.Instance;
        }

        if (!place.IsInFile || place.Generation != reference.Generation)
        {
            return PdfNull.Instance;
        }

        if (PdfObjectReader.ReadIndirect(window, place.Position) is not { } found
            || found.Number != reference.Number || found.Generation != reference.Generation)
        {
            return null;
        }

        PdfObject value = cipher is null ? found.Value : cipher.DecryptStrings(found.Value, found.Number, found.Generation);
        _cache.Add(reference, value, found.Size);
        return value;
    }

    /// <summary>Reads an object stream; null where it is none.</summary>
    public PdfObjectStream? ReadObjectStream(PdfStream stream) =>
        file.Decode(stream) is { } bytes
        && file.Get(stream.Dictionary, "N") is PdfInteger count
        && file.Get(stream.Dictionary, "First") is PdfInteger first
            ? PdfObjectStream.Read(bytes, count.Integer, first.Integer)
            : null;

    private PdfObject? LoadFromStream(PdfReference reference, CrossReference place, CrossReferenceTable table)
    {
        if (!_cache.TryGetStream(place.Stream, out PdfObjectStream? content))
        {
            CrossReference container = table[place.Stream];
            PdfReference own = new(place.Stream, container.Generation);
            content = container.IsInFile && file.Resolve(own) is PdfStream stream ? ReadObjectStream(stream) : null;
            if (content is null)
            {
                return null;
            }

            _cache.AddStream(place.Stream, content);
        }

        PdfObject? value = content.Find(reference.Number, place.Index, out int size);
        window.CountParsed(size);
        if (value is not null)
        {
            _cache.Add(reference, value, size);
        }

        return value;
    }
}

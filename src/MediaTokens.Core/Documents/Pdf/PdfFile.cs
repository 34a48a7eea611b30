using MediaTokens.Documents.Pdf.Security;
using MediaTokens.Headers;

namespace MediaTokens.Documents.Pdf;

/// <summary>
/// The objects of one document, parsed when they are asked for. Where the cross-references are lost, or an object is not where they
/// say, they are made anew, once, from what is in the file.
/// </summary>
internal sealed class PdfFile
{
    private const int HeaderReach = 1024;
    private const int MostSteps = 32;

    private readonly PdfWindow _window;
    private readonly PdfStreamReader _streams;
    private readonly PdfObjectLoader _loader;
    private readonly CancellationToken _cancellationToken;
    private PdfReferences _references = new(new CrossReferenceTable(), PdfTrailer.Empty);
    private PdfCipher? _cipher;
    private int _depth;

    private PdfFile(ByteSource source, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _window = new(source, cancellationToken);
        _streams = new(this, _window);
        _loader = new(this, _window);
    }

    /// <summary>Whether the cross-references were made anew.</summary>
    public bool IsRepaired { get; private set; }

    /// <summary>The root of the page tree as the catalog has it: a reference, in a document that is in order.</summary>
    public PdfObject PagesEntry => Resolve(_references.Trailer.Root) is PdfDictionary catalog ? catalog["Pages"] : PdfNull.Instance;

    private PdfDictionary? Pages => Resolve(PagesEntry) as PdfDictionary;

    /// <summary>Opens a document.</summary>
    /// <exception cref="MediaException">PdfPassword, or CorruptPdf where it has no page tree even after repair.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PdfFile Open(ByteSource source, CancellationToken cancellationToken)
    {
        PdfFile file = new(source, cancellationToken);
        long header = Math.Max(0, file._window.Find("%PDF-"u8, 0, HeaderReach));
        if (CrossReferenceReader.Read(file._window, header, file.Decode) is { } references)
        {
            file.Use(references);
        }

        if (file.Pages is null)
        {
            file.Repair();
        }

        return file.Pages is null ? throw PdfError.Corrupt("The document has no list of its pages that could be found.") : file;
    }

    /// <summary>The object that a reference leads to, or the object itself; the null object where there is none.</summary>
    /// <exception cref="MediaException">CorruptPdf: more was read than a document in order ever needs.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PdfObject Resolve(PdfObject value)
    {
        for (int steps = 0; value is PdfReference reference; steps++)
        {
            value = steps < MostSteps ? Find(reference) : PdfNull.Instance;
        }

        return value;
    }

    /// <summary>A dictionary's value, resolved; the null object where there is none.</summary>
    public PdfObject Get(PdfDictionary dictionary, string key) => Resolve(dictionary[key]);

    /// <summary>A dictionary's value that is a dictionary itself, or a stream's dictionary; null where it is neither.</summary>
    public PdfDictionary? GetDictionary(PdfDictionary dictionary, string key) => Get(dictionary, key) switch
    {
        PdfDictionary value => value,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    /// <summary>The decoded bytes of a stream: all that could be decoded where its end is damaged.</summary>
    /// <returns>Null where the bytes are those of a picture's own format, more than is decoded at most, or encrypted in an unknown way.</returns>
    public ReadOnlyMemory<byte>? Decode(PdfStream stream)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _streams.Decode(stream, _cipher);
    }

    /// <summary>Makes the cross-references anew. Those that were read stay where the new ones lead to no pages.</summary>
    /// <returns>False where that was done before.</returns>
    public bool Repair()
    {
        if (IsRepaired)
        {
            return false;
        }

        IsRepaired = true;
        (PdfReferences former, PdfCipher? formerCipher) = (_references, _cipher);
        CrossReferenceRepair repair = new(_window, former.Table);
        bool areStreamsAdded = false;
        foreach (PdfTrailer trailer in repair.Trailers())
        {
            Use(new(repair.Table, trailer));
            if (!areStreamsAdded)
            {
                AddObjectsOfStreams(repair);
                areStreamsAdded = true;
            }

            if (Pages is not null)
            {
                return true;
            }
        }

        if (FindCatalog(repair) is null)
        {
            (_references, _cipher) = (former, formerCipher);
            _loader.Forget();
        }

        return true;
    }

    private void Use(PdfReferences references)
    {
        _references = references;
        _cipher = null;
        _loader.Forget();
        PdfObject encrypt = Resolve(references.Trailer.Encrypt);

        // Looking for it may have led to a repair, which has found and used it.
        if (encrypt is PdfDictionary encryption && ReferenceEquals(_references, references))
        {
            _cipher = PdfCipher.Open(this, encryption, references.Trailer.Id);
            _loader.Forget();
        }
    }

    private void AddObjectsOfStreams(CrossReferenceRepair repair)
    {
        foreach (PdfStream stream in repair.ObjectStreams)
        {
            if (repair.Table[stream.Number].IsInFile && _loader.ReadObjectStream(stream) is { } content)
            {
                repair.AddObjects(stream, content);
            }
        }
    }

    // Where no trailer is left and the catalog is in an object stream.
    private PdfDictionary? FindCatalog(CrossReferenceRepair repair)
    {
        foreach (int number in repair.Table.Numbers().Where(number => repair.Table[number].IsInStream).ToArray())
        {
            PdfReference reference = new(number, 0);
            if (Find(reference) is PdfDictionary catalog && catalog.IsName("Type", "Catalog"))
            {
                _references = _references with { Trailer = _references.Trailer with { Root = reference } };
                if (Pages is { } pages)
                {
                    return pages;
                }
            }
        }

        return null;
    }

    private PdfObject Find(PdfReference reference)
    {
        _cancellationToken.ThrowIfCancellationRequested();

        // An object stream whose length is in an object stream whose length…
        if (_depth >= MostSteps)
        {
            return PdfNull.Instance;
        }

        _depth++;
        try
        {
            bool wasRepaired = IsRepaired;
            PdfObject? value = _loader.Load(reference, _references.Table, _cipher);
            if (value is null && !wasRepaired)
            {
                // Loading the object's stream may have led to a repair already.
                Repair();
                value = _loader.Load(reference, _references.Table, _cipher);
            }

            return value ?? PdfNull.Instance;
        }
        finally
        {
            _depth--;
        }
    }
}

using System.Diagnostics.CodeAnalysis;

namespace MediaTokens.Documents.Pdf;

/// <summary>Keeps a bounded part of what was parsed; when it is full, all goes.</summary>
internal sealed class PdfObjectCache
{
    private const int MostBytes = 4 << 20;
    private const int MostStreamBytes = 32 << 20;

    // A dictionary with nothing in it takes more memory than the four bytes of it in the file.
    private const int BytesOfAny = 64;

    private readonly Dictionary<PdfReference, PdfObject> _objects = [];
    private readonly Dictionary<int, PdfObjectStream> _streams = [];
    private long _bytes;
    private long _streamBytes;

    public bool TryGet(PdfReference reference, [NotNullWhen(true)] out PdfObject? value) => _objects.TryGetValue(reference, out value);

    /// <param name="reference">The object's number and generation.</param>
    /// <param name="value">The object.</param>
    /// <param name="size">The bytes that it takes in the file.</param>
    public void Add(PdfReference reference, PdfObject value, int size)
    {
        _bytes += size + BytesOfAny;
        if (_bytes > MostBytes)
        {
            _objects.Clear();
            _bytes = size + BytesOfAny;
        }

        _objects[reference] = value;
    }

    public bool TryGetStream(int number, [NotNullWhen(true)] out PdfObjectStream? stream) => _streams.TryGetValue(number, out stream);

    public void AddStream(int number, PdfObjectStream stream)
    {
        _streamBytes += stream.Size;
        if (_streamBytes > MostStreamBytes)
        {
            _streams.Clear();
            _streamBytes = stream.Size;
        }

        _streams[number] = stream;
    }

    public void Clear()
    {
        _objects.Clear();
        _streams.Clear();
        (_bytes, _streamBytes) = (0, 0);
    }
}

using System.Globalization;
using System.Text;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Writes PDF documents object by object, and keeps where each of them is.</summary>
internal sealed class PdfMaker
{
    public const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>";

    private readonly List<byte> _bytes = [];
    private readonly SortedDictionary<int, (int Position, int Generation)> _objects = [];
    private int _previous = -1;

    public PdfMaker(string beginning = "%PDF-1.7\n") => Raw(beginning);

    public int Position => _bytes.Count;

    /// <summary>A document of so many pages, objects 3 and up, not yet finished.</summary>
    public static PdfMaker Pages(int count, string beginning = "%PDF-1.7\n")
    {
        PdfMaker maker = new PdfMaker(beginning).Catalog().Object(2, Tree([.. Enumerable.Range(3, count)]));
        for (int i = 0; i < count; i++)
        {
            maker.Object(3 + i, Page);
        }

        return maker;
    }

    public static string Tree(params int[] kids) =>
        $"<< /Type /Pages /Count {kids.Length} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>";

    public PdfMaker Catalog() => Object(1, "<< /Type /Catalog /Pages 2 0 R >>");

    public PdfMaker Raw(string text) => Raw(Encoding.Latin1.GetBytes(text));

    public PdfMaker Raw(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public PdfMaker Object(int number, string body, int generation = 0)
    {
        _objects[number] = (Position, generation);
        return Raw($"{number} {generation} obj\n{body}\nendobj\n");
    }

    public PdfMaker Stream(int number, string entries, byte[] data, string? length = null)
    {
        _objects[number] = (Position, 0);
        return Raw($"{number} 0 obj\n<< {entries} /Length {length ?? data.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n")
            .Raw(data).Raw("\nendstream\nendobj\n");
    }

    /// <summary>An object stream with these objects, whose places the cross-reference stream must tell.</summary>
    public PdfMaker ObjectStream(int number, params (int Number, string Body)[] objects)
    {
        StringBuilder pairs = new();
        StringBuilder bodies = new();
        foreach ((int inner, string body) in objects)
        {
            pairs.Append(CultureInfo.InvariantCulture, $"{inner} {bodies.Length} ");
            bodies.Append(body).Append(' ');
        }

        return Stream(number, $"/Type /ObjStm /N {objects.Length} /First {pairs.Length}", Encoding.Latin1.GetBytes(pairs.ToString() + bodies));
    }

    /// <summary>The table of the objects since the last one, the trailer, and the end.</summary>
    public PdfMaker Table(string trailer = "/Root 1 0 R", int shift = 0, string lineEnd = " \n", int first = 0)
    {
        int start = Position;
        Raw($"xref\n{first} 1\n0000000000 65535 f{lineEnd}");
        foreach ((int number, (int position, int generation)) in _objects)
        {
            Raw(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{position + shift:D10} {generation:D5} n{lineEnd}"));
        }

        string previous = _previous < 0 ? "" : $"/Prev {_previous}";
        return End(start, shift, $"trailer\n<< /Size 100 {trailer} {previous} >>\n");
    }

    /// <summary>A cross-reference stream of the objects since the last section, and of those in object streams.</summary>
    public PdfMaker CrossReferenceStream(int number, string entries = "/Root 1 0 R", params (int Number, int Stream, int Index)[] inStreams)
    {
        int start = Position;
        _objects[number] = (start, 0);
        List<byte> rows = [];
        StringBuilder index = new();
        foreach ((int inner, (int position, int generation)) in _objects)
        {
            index.Append(CultureInfo.InvariantCulture, $"{inner} 1 ");
            rows.AddRange([1, (byte)(position >> 16), (byte)(position >> 8), (byte)position, (byte)generation]);
        }

        foreach ((int inner, int stream, int place) in inStreams)
        {
            index.Append(CultureInfo.InvariantCulture, $"{inner} 1 ");
            rows.AddRange([2, 0, 0, (byte)stream, (byte)place]);
        }

        string previous = _previous < 0 ? "" : $"/Prev {_previous}";
        Stream(number, $"/Type /XRef /Size 100 /W [1 3 1] /Index [{index}] {entries} {previous}", [.. rows]);
        return End(start, 0, "");
    }

    public byte[] Bytes() => [.. _bytes];

    private PdfMaker End(int start, int shift, string trailer)
    {
        _previous = start + shift;
        _objects.Clear();
        return Raw($"{trailer}startxref\n{start + shift}\n%%EOF\n");
    }
}

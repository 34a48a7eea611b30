using System.IO.Compression;
using System.Text;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents;
using MediaTokens.Documents.Pdf;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>However large or hostile a document is, what is read and kept of it is bounded.</summary>
public sealed class PdfBoundTests
{
    [Fact]
    public void Of_a_document_of_four_gigabytes_little_is_read()
    {
        const long Gap = 4L << 30;
        byte[] start = PdfReading.Latin1("%PDF-1.7\n5 0 obj << /Length 4294967296 /Filter /DCTDecode >> stream\n");
        PdfMaker objects = PdfMaker.Pages(2, "\nendstream endobj\n");
        int firstObject = Encoding.Latin1.GetString(objects.Bytes()).IndexOf("1 0 obj", StringComparison.Ordinal);
        string table = Encoding.Latin1.GetString(objects.Table(shift: 5, lineEnd: "\n").Bytes());
        StringBuilder shifted = new();
        foreach (string line in table.Split('\n'))
        {
            bool isEntry = line.EndsWith(" n", StringComparison.Ordinal) && line.Length == 18;
            bool isStart = shifted.ToString().EndsWith("startxref\n", StringComparison.Ordinal);
            long place = isEntry || isStart ? long.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) - 5 + start.Length + Gap : 0;
            shifted.Append(isEntry ? $"{place:D10} 00000 n" : isStart ? $"{place}" : line).Append('\n');
        }

        Assert.True(firstObject > 0);
        RepeatingSource source = new(start, [0], Gap, 1, PdfReading.Latin1(shifted.ToString()));
        Assert.Equal(2, PdfDocumentReader.Read(source, null, true, CancellationToken.None).PageCount);
        Assert.True(source.BytesRead < 200_000, $"{source.BytesRead} bytes were read.");
    }

    [Fact]
    public void A_bomb_in_the_structure_is_refused_and_takes_bounded_memory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        PdfReading.Fails(TestMedia.Bytes("pdf/bad/object-stream-bomb.pdf"), MediaErrorId.CorruptPdf);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30);
    }

    [Fact]
    public void A_stream_that_every_page_has_is_decoded_only_so_often()
    {
        PdfMaker maker = PdfMaker.Pages(1).Stream(8, "/Filter /FlateDecode", Zeros(30_000_000)).Table();
        PdfFile file = PdfReading.Open(maker.Bytes());
        PdfStream stream = Assert.IsType<PdfStream>(file.Resolve(new PdfReference(8, 0)));
        int decoded = 0;
        while (file.Decode(stream) is not null && decoded < 1000)
        {
            decoded++;
        }

        Assert.InRange(decoded, 2, 20);
    }

    [Fact]
    public void Objects_that_open_and_never_close_are_refused()
    {
        string open = string.Concat(Enumerable.Repeat("1 0 obj << /Type /Catalog /Pages (", 20_000));
        MemorySource source = new(PdfReading.Latin1("%PDF-1.4\n" + open));
        Assert.Equal(
            MediaErrorId.CorruptPdf,
            Assert.Throws<MediaException>(() => PdfDocumentReader.Read(source, null, false, CancellationToken.None)).Id);
        Assert.True(source.BytesRead < 1L << 31, $"{source.BytesRead} bytes were read.");
    }

    [Theory]
    [InlineData("1 0 R", "1 0 R")]
    [InlineData("2 0 R", "1 0 R")]
    public void References_that_lead_to_each_other_are_refused(string first, string second) => PdfReading.Fails(
        new PdfMaker().Object(1, first).Object(2, second).Table().Bytes(), MediaErrorId.CorruptPdf);

    [Fact]
    public void A_length_that_leads_to_its_own_stream_is_no_length() => Assert.Equal(
        "data"u8.ToArray(), PdfReading.Decoded(PdfMaker.Pages(1).Stream(8, "", "data"u8.ToArray(), "8 0 R").Table().Bytes(), 8));

    [Fact]
    public void An_object_stream_that_holds_itself_is_refused() => PdfReading.Fails(
        new PdfMaker().ObjectStream(7, (1, "<< /Type /Catalog /Pages 7 0 R >>"))
            .CrossReferenceStream(8, "/Root 1 0 R", (1, 7, 0), (7, 7, 0)).Bytes(),
        MediaErrorId.CorruptPdf);

    [Fact]
    public void A_file_that_becomes_shorter_while_it_is_read_is_refused() => Assert.Equal(
        MediaErrorId.CorruptPdf,
        Assert.Throws<MediaException>(() => PdfDocumentReader.Read(new Shrinking(), null, false, CancellationToken.None)).Id);

    [Fact]
    public void Cancelling_ends_the_search_for_objects()
    {
        using CancellationTokenSource cancellation = new();
        RepeatingSource source = new(PdfReading.Latin1("%PDF-1.4\n"), PdfReading.Latin1("1 0 obj "), 1000);
        Cancelling cancelling = new(source, cancellation);
        Assert.Throws<OperationCanceledException>(() => PdfDocumentReader.Read(cancelling, null, false, cancellation.Token));
    }

    private static byte[] Zeros(int count)
    {
        using MemoryStream output = new();
        using (ZLibStream stream = new(output, CompressionLevel.Fastest))
        {
            stream.Write(new byte[count]);
        }

        return output.ToArray();
    }

    private sealed class Shrinking : ByteSource
    {
        public override long Length => 1_000_000;

        public override int Read(long offset, Span<byte> buffer) => 0;
    }

    private sealed class Cancelling(ByteSource source, CancellationTokenSource cancellation) : ByteSource
    {
        private int _reads;

        public override long Length => source.Length;

        public override int Read(long offset, Span<byte> buffer)
        {
            if (++_reads == 10)
            {
                cancellation.Cancel();
            }

            return source.Read(offset, buffer);
        }
    }
}

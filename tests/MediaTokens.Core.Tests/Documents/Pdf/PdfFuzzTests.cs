using System.Text;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Samples with bytes changed, words put in, or cut off are read or refused, always in the same way and within bounds.</summary>
public sealed class PdfFuzzTests
{
    private const int Rounds = 60;
    private const int ReadsOfAll = 60;

    private static readonly string[] Words =
    [
        "/Kids", "/Length", "/Prev", "/W", "/Index", "/N", "/First", "/ObjStm", "/XRef", "0 R", "1 0 R", "2 0 R", "endobj", "obj", "stream",
        "endstream", "<<", ">>", "[", "]", "(", ")", "<", "%", "null", "xref", "trailer", "9999999999999999999", "-1",
    ];

    public static TheoryData<string> Paths => new(
        Directory.EnumerateFiles(Path.Combine(TestMedia.Folder, "pdf"), "*", SearchOption.AllDirectories)
            .Where(path => File.ReadAllBytes(path).AsSpan().StartsWith("%PDF-"u8) && !path.Contains("bomb", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(TestMedia.Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Changed_bytes_are_read_or_refused(string path)
    {
        byte[] original = TestMedia.Bytes(path);
        Random random = new(path.Length + original.Length);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = (byte[])original.Clone();
            int changes = 1 << random.Next(5);
            for (int i = 0; i < changes; i++)
            {
                Change(bytes, random);
            }

            Check(bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cut_anywhere_a_sample_is_read_or_refused(string path)
    {
        byte[] original = TestMedia.Bytes(path);
        for (int round = 0; round < Rounds; round++)
        {
            Check(original[..(original.Length * round / Rounds)]);
        }
    }

    private static void Change(byte[] bytes, Random random)
    {
        int at = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)('0' + random.Next(10));
                break;
            case 2:
                byte[] word = Encoding.Latin1.GetBytes(Words[random.Next(Words.Length)]);
                word.AsSpan(0, Math.Min(word.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                break;
            default:
                int count = random.Next(Math.Min(200, bytes.Length - at));
                bytes.AsSpan(at, count).CopyTo(bytes.AsSpan(random.Next(bytes.Length - count)));
                break;
        }
    }

    private static void Check(byte[] bytes)
    {
        string first = Outcome(bytes);
        Assert.Equal(first, Outcome(bytes));
    }

    private static string Outcome(byte[] bytes)
    {
        MemorySource source = new(bytes);
        string outcome;
        try
        {
            PdfDocument document = PdfDocumentReader.Read(source, null, true, CancellationToken.None);
            Assert.Equal(document.PageCount, document.Pages.Count);
            Assert.InRange(document.PageCount, 1, 100_000);
            Assert.All(document.Pages, page => Assert.True(page.Size is { Width: >= 1, Height: >= 1 }));
            outcome = string.Join(' ', document.Pages);
        }
        catch (MediaException exception)
        {
            Assert.True(exception.Id is MediaErrorId.CorruptPdf or MediaErrorId.PdfPassword, $"{exception.Id}: {exception.Message}");
            outcome = exception.Message;
        }

        Assert.True(source.BytesRead <= 100_000 + (ReadsOfAll * (long)bytes.Length), $"{source.BytesRead} of {bytes.Length} bytes were read.");
        return outcome;
    }
}

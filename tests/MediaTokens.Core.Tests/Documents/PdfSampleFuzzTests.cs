using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents;

/// <summary>Samples that were changed or cut off are read or refused, in the one way that readers may refuse.</summary>
public sealed class PdfSampleFuzzTests
{
    private const int Rounds = 40;

    private static readonly string[] Parts =
        ["<<", ">>", "[", "]", "(", ")", "endobj", "stream", "R", "1 0 R", "/Kids", "BT", "Q q", "EI", "BI", "-", "9999999999", "/Length 0", "\n%", "Tj", "Do"];

    public static TheoryData<string> Paths => new(PdfSamples.All.Select(sample => sample.Path)
        .Concat(PdfSamples.Bad.Select(bad => "bad/" + bad.Name).Where(path => !path.Contains("bomb", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Changed_bytes_are_read_or_refused(string path)
    {
        byte[] original = PdfSamples.Bytes(path);
        Random random = new(path.Length + original.Length);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = (byte[])original.Clone();
            for (int changes = 1 + random.Next(8); changes > 0; changes--)
            {
                int place = random.Next(bytes.Length);
                bytes[place] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)(bytes[place] ^ (1 << random.Next(8)));
            }

            Check(bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Parts_put_in_or_cut_off_are_read_or_refused(string path)
    {
        byte[] original = PdfSamples.Bytes(path);
        Random random = new(path.Length * original.Length);
        for (int round = 0; round < Rounds; round++)
        {
            int place = random.Next(original.Length);
            ReadOnlySpan<byte> part = System.Text.Encoding.ASCII.GetBytes(Parts[random.Next(Parts.Length)]);
            ReadOnlySpan<byte> rest = original.AsSpan(Math.Min(original.Length, place + random.Next(2 * part.Length)));
            Check([.. original.AsSpan(0, place), .. part, .. rest]);
            Check(original[..place]);
        }
    }

    private static void Check(byte[] bytes)
    {
        try
        {
            PdfDocument document = PdfDocumentReader.Read(new MemorySource(bytes), null, readsContent: true, CancellationToken.None);
            Assert.All(document.Pages, page => Assert.True(page is { Size: { Width: > 0, Height: > 0 }, Characters: null or >= 0 }, page.ToString()));
        }
        catch (MediaException exception)
        {
            Assert.True(exception.Id is MediaErrorId.CorruptPdf or MediaErrorId.PdfPassword, exception.Id.ToString());
        }
    }
}

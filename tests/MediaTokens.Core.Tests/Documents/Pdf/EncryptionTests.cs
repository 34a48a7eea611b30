using System.Text;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents.Pdf;
using MediaTokens.Documents.Pdf.Security;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Documents that open without a password are read as if they were not encrypted; others are refused.</summary>
public sealed class EncryptionTests
{
    private const string Handler = "/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <00> /U <00>";

    // RFC 6229, 2: the first 16 bytes of the key stream.
    [Theory]
    [InlineData("0102030405", "b2396305f03dc027ccc3524a0a1118a8")]
    [InlineData("0102030405060708090a0b0c0d0e0f10", "9ac7cc9a609d1ef7b2932899cde41b97")]
    public void Rc4_gives_the_key_stream_of_its_test_vectors(string key, string stream)
    {
        byte[] bytes = new byte[16];
        Rc4.Apply(Convert.FromHexString(key), bytes);
        Assert.Equal(Convert.FromHexString(stream), bytes);
    }

    [Theory]
    [InlineData("qpdf-rc4-40.pdf")]
    [InlineData("qpdf-rc4-128.pdf")]
    [InlineData("qpdf-aes-128.pdf")]
    [InlineData("qpdf-aes-128-linearized.pdf")]
    [InlineData("qpdf-aes-256-r5.pdf")]
    [InlineData("qpdf-aes-256.pdf")]
    [InlineData("gs-owner-password.pdf")]
    [InlineData("pdftk-owner-password.pdf")]
    [InlineData("reportlab-encrypted.pdf")]
    public void A_document_with_an_owner_password_only_is_read(string name)
    {
        PdfFile file = PdfReading.Open(TestMedia.Bytes("pdf/" + name));
        Assert.False(file.IsRepaired);
        PdfDictionary page = new PdfPageTree(file).Walk().First().Page!;
        PdfObject contents = file.Get(page, "Contents") is PdfArray array ? file.Resolve(array.Items[0]) : file.Get(page, "Contents");
        byte[] content = file.Decode(Assert.IsType<PdfStream>(contents))!.Value.ToArray();
        Assert.Contains(" Tf", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qpdf-rc4-128.pdf")]
    [InlineData("qpdf-aes-128.pdf")]
    [InlineData("qpdf-aes-256.pdf")]
    public void Strings_are_decrypted(string name)
    {
        PdfFile file = PdfReading.Open(TestMedia.Bytes("pdf/" + name));
        IEnumerable<string> texts = Enumerable.Range(1, 30)
            .Select(number => file.Resolve(new PdfReference(number, 0)) is PdfDictionary found && found["Producer"] is PdfString text ? text : null)
            .Where(text => text is not null)
            .Select(text => Encoding.Latin1.GetString(text!.Bytes));
        Assert.Equal("GPL Ghostscript 10.00.0", Assert.Single(texts));
    }

    [Theory]
    [InlineData("qpdf-rc4-40.pdf")]
    [InlineData("qpdf-aes-128.pdf")]
    [InlineData("qpdf-aes-256.pdf")]
    public void A_document_whose_cross_references_are_lost_is_decrypted_all_the_same(string name)
    {
        string document = Encoding.Latin1.GetString(TestMedia.Bytes("pdf/" + name)).Replace("startxref", "startxxxx", StringComparison.Ordinal);
        PdfFile file = PdfReading.Open(PdfReading.Latin1(document));
        Assert.True(file.IsRepaired);
        Assert.Equal(3, new PdfPageTree(file).Walk().Count());
    }

    [Fact]
    public void The_identity_of_another_trailer_does_not_spoil_the_key()
    {
        string document = Encoding.Latin1.GetString(TestMedia.Bytes("pdf/qpdf-rc4-128.pdf")).Replace("startxref", "startxxxx", StringComparison.Ordinal);
        PdfReading.HasPages(3, PdfReading.Latin1(document + "trailer << /Size 9 /ID [<00> <00>] >>\n"));
    }

    [Theory]
    [InlineData("password-rc4-40.pdf")]
    [InlineData("password-aes-128.pdf")]
    [InlineData("password-aes-256.pdf")]
    [InlineData("password-pdftk.pdf")]
    public void A_document_with_a_password_is_refused(string name)
    {
        MediaException exception = PdfReading.Fails(TestMedia.Bytes("pdf/bad/" + name), MediaErrorId.PdfPassword);
        Assert.Equal("The document does not open without a password.", exception.Message);
        Assert.Contains("--decrypt", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5", "Adobe.PubSec")]
    [InlineData("/Filter /Standard /V 3 /R 3", "version 3")]
    [InlineData("/Filter /Standard /V 6 /R 7", "version 6")]
    [InlineData("/Filter /Standard", "version 0")]
    [InlineData(Handler, "password")]
    [InlineData("/Filter /Standard /V 5 /R 6 /U <00> /UE <00>", "password")]
    [InlineData("/Filter /Standard /V 4 /R 4 /O 5 /U 6 /CF << /StdCF 7 >> /StmF /StdCF", "password")]
    public void Other_ways_of_encryption_are_refused_and_named(string encryption, string named)
    {
        MediaException exception = PdfReading.Fails(
            PdfMaker.Pages(1).Object(9, $"<< {encryption} >>").Table("/Root 1 0 R /Encrypt 9 0 R").Bytes(), MediaErrorId.PdfPassword);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_whose_encryption_is_missing_is_read_as_it_is() =>
        PdfReading.HasPages(1, PdfMaker.Pages(1).Table("/Root 1 0 R /Encrypt 9 0 R").Bytes());
}

using MediaTokens.Adapters.LibjpegTurbo;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class JpegComplaintTests
{
    private static readonly byte[] Complete = [0xFF, 0xD8, 0xFF, 0xDA, 1, 2, 3, 0xFF, 0xD9];

    [Fact]
    public void No_complaint_is_a_sound_image() => Assert.Equal(JpegVerdict.Sound, JpegComplaint.Judge(null, []));

    [Theory]
    [InlineData("Corrupt JPEG data: 3 extraneous bytes before marker 0xd9")]
    [InlineData("Corrupt JPEG data: 5000 extraneous bytes before marker 0xe1")]
    [InlineData("Warning: unknown JFIF revision number 3.01")]
    [InlineData("Unknown Adobe color transform code 7")]
    [InlineData("Invalid SOS parameters for sequential JPEG")]
    public void Harmless_complaints_leave_a_sound_image(string complaint) =>
        Assert.Equal(JpegVerdict.Sound, JpegComplaint.Judge(complaint, Complete));

    [Fact]
    public void A_harmless_complaint_does_not_hide_that_the_end_is_missing()
    {
        byte[] thumbnailOnlyIsComplete = [0xFF, 0xD8, 0xFF, 0xDA, 0xFF, 0xD9, 0xFF, 0xDA, 1, 2, 3];
        Assert.Equal(JpegVerdict.Damaged, JpegComplaint.Judge("Unknown Adobe color transform code 7", thumbnailOnlyIsComplete));
    }

    [Theory]
    [InlineData("Premature end of JPEG file")]
    [InlineData("Corrupt JPEG data: premature end of data segment")]
    [InlineData("Corrupt JPEG data: bad Huffman code")]
    [InlineData("Corrupt JPEG data: found marker 0xd4 instead of RST3")]
    [InlineData("Corrupt JPEG data: 85 extraneous bytes before marker 0xd9")]
    [InlineData("Inconsistent progression sequence for component 1 coefficient 3")]
    [InlineData("No error")]
    public void Warnings_of_damage_leave_an_image_that_is_partly_wrong(string complaint) =>
        Assert.Equal(JpegVerdict.Damaged, JpegComplaint.Judge(complaint, Complete));

    [Theory]
    [InlineData("Progressive JPEG image has more than 500 scans")]
    [InlineData("tj3DecompressToYUVPlanes8(): Bogus Huffman table definition")]
    [InlineData("Invalid JPEG file structure: two SOF markers")]
    [InlineData("Unsupported marker type 0x57")]
    public void Errors_of_damage_leave_nothing(string complaint) =>
        Assert.Equal(JpegVerdict.Lost, JpegComplaint.Judge(complaint, Complete));

    [Theory]
    [InlineData("Unsupported JPEG process: SOF type 0xc3")]
    [InlineData("Unsupported JPEG data precision 12")]
    [InlineData("Sorry, arithmetic coding is not implemented")]
    [InlineData("")]
    public void Other_errors_say_nothing_about_the_file(string complaint) =>
        Assert.Equal(JpegVerdict.Unable, JpegComplaint.Judge(complaint, Complete));
}

using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>All parts are of one file, or the file has changed.</summary>
public sealed class WebChangeTests
{
    [Theory]
    [InlineData("\"one\"", null, "\"one\"")]
    [InlineData("W/\"one\"", null, "")]
    [InlineData("W/\"one\"", "Wed, 21 Oct 2015 07:28:00 GMT", "")]
    [InlineData(null, "Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData(null, null, "")]
    public async Task Further_parts_are_asked_of_the_same_file(string? tag, string? date, string expected)
    {
        RepeatingSource file = LongMovie.Make();
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.Headers.LastModified = date;
            return Answers.Ranged(file, tag)(context);
        });
        WebFiles.Read(server.Uri("movie.mp4"));
        Assert.Equal("", server.Requests[0].IfRange);
        Assert.NotEmpty(server.Requests[1..]);
        Assert.All(server.Requests[1..], request => Assert.Equal(expected, request.IfRange));
    }

    [Fact]
    public async Task A_file_that_has_another_tag_has_changed()
    {
        int requests = 0;
        RepeatingSource file = LongMovie.Make();
        await using WebServer server = await WebServer.StartAsync(context => Answers.Ranged(file, $"\"{requests++}\"")(context));
        WebFiles.Fails(MediaErrorId.FileChanged, server.Uri("movie.mp4"));
    }

    [Fact]
    public async Task A_file_that_has_another_length_has_changed()
    {
        int requests = 0;
        (byte[] start, byte[] end) = LongMovie.Stretch(LongMovie.Short);
        await using WebServer server = await WebServer.StartAsync(context =>
            Answers.Ranged(new RepeatingSource(start, [], 1, LongMovie.Terabyte + requests++, end), tag: null)(context));
        WebFiles.Fails(MediaErrorId.FileChanged, server.Uri("movie.mp4"));
    }

    [Theory]
    [InlineData(Answers.Tag, MediaErrorId.FileChanged)]
    [InlineData(null, MediaErrorId.NetworkFailure)]
    public async Task A_server_that_gives_the_whole_instead_of_a_further_part_is_not_read(string? tag, MediaErrorId id)
    {
        RepeatingSource file = LongMovie.Make();
        await using WebServer server = await WebServer.StartAsync(context =>
            Answers.Range(context).From == 0 ? Answers.Ranged(file, tag)(context) : Answers.Whole(LongMovie.Short)(context));
        WebFiles.Fails(id, server.Uri("movie.mp4"));
    }
}

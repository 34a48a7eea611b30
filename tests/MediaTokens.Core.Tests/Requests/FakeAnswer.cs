using System.Text;
using Microsoft.AspNetCore.Http;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>One answer of a <see cref="FakeVendor"/>.</summary>
/// <param name="WriteAsync">Writes it.</param>
/// <param name="ReadsBody">Whether the request's body is read before.</param>
internal sealed record FakeAnswer(Func<HttpContext, Task> WriteAsync, bool ReadsBody = true)
{
    /// <summary>Never answers.</summary>
    public static FakeAnswer Hang { get; } = new(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    /// <summary>Neither reads the body nor answers.</summary>
    public static FakeAnswer HangUnread { get; } = Hang with { ReadsBody = false };

    /// <summary>Breaks the connection instead of answering.</summary>
    public static FakeAnswer Abort { get; } = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>A status and JSON, with other headers.</summary>
    public static FakeAnswer Json(int status, string json, params (string Name, string Value)[] headers) => Text(status, "application/json", json, headers);

    /// <summary>A status and a text, with other headers.</summary>
    public static FakeAnswer Text(int status, string contentType, string text, params (string Name, string Value)[] headers) => new(context =>
    {
        Begin(context, status, contentType, headers);
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        return context.Response.WriteAsync(text);
    });

    /// <summary>JSON in pieces of some characters, without a length told before.</summary>
    public static FakeAnswer Chunked(string json, int length) => new(async context =>
    {
        Begin(context, 200, "application/json", []);
        foreach (char[] piece in json.Chunk(length))
        {
            await context.Response.WriteAsync(new string(piece));
            await context.Response.Body.FlushAsync();
        }
    });

    /// <summary>JSON that breaks off, with the connection, behind some characters; the length is told before, or not.</summary>
    public static FakeAnswer Cut(string json, int length, bool tellsLength) => new(async context =>
    {
        Begin(context, 200, "application/json", []);
        context.Response.ContentLength = tellsLength ? json.Length : null;
        await context.Response.WriteAsync(json[..length]);
        await context.Response.Body.FlushAsync();

        // The server sends what is written and ends the connection in order; an abort might overtake it.
        throw new InvalidOperationException("The rest is left out.");
    });

    /// <summary>Spaces, as many as said; the length is told before, or not.</summary>
    public static FakeAnswer Huge(long length, bool tellsLength) => new(async context =>
    {
        Begin(context, 200, "application/json", []);
        context.Response.ContentLength = tellsLength ? length : null;
        byte[] piece = new byte[1 << 20];
        Array.Fill(piece, (byte)' ');
        for (long written = 0; written < length && !context.RequestAborted.IsCancellationRequested; written += piece.Length)
        {
            await context.Response.Body.WriteAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, length - written)), context.RequestAborted);
        }
    });

    /// <summary>Begins to answer, and goes on never.</summary>
    public static FakeAnswer HangWithin(string json) => new(async context =>
    {
        Begin(context, 200, "application/json", []);
        await context.Response.WriteAsync(json);
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    });

    /// <summary>A redirect.</summary>
    public static FakeAnswer Redirect(int status, string? location) => new(context =>
    {
        Begin(context, status, null, location is null ? [] : [("Location", location)]);
        return Task.CompletedTask;
    });

    /// <summary>As <see cref="Redirect(int, string?)"/>, to an address that depends on the server's.</summary>
    public static FakeAnswer Redirect(int status, Func<HttpContext, string> location) => new(context =>
    {
        Begin(context, status, null, [("Location", location(context))]);
        return Task.CompletedTask;
    });

    private static void Begin(HttpContext context, int status, string? contentType, (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach ((string name, string value) in headers)
        {
            context.Response.Headers[name] = value;
        }
    }
}

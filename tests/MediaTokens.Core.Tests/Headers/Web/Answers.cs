using System.Globalization;
using MediaTokens.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>The ways in which servers give a file.</summary>
internal static class Answers
{
    public const string Tag = "\"one\"";

    /// <summary>A server that gives parts.</summary>
    public static RequestDelegate Ranged(byte[] file, string? tag = Tag) => Ranged(new MemorySource(file), tag);

    /// <inheritdoc cref="Ranged(byte[], string)"/>
    public static RequestDelegate Ranged(ByteSource file, string? tag = Tag) => context => RangedAsync(context, file, tag);

    /// <summary>A server that gives the whole, whatever it is asked.</summary>
    public static RequestDelegate Whole(byte[] file) => context =>
    {
        context.Response.ContentLength = file.Length;
        return context.Response.Body.WriteAsync(file, context.RequestAborted).AsTask();
    };

    /// <summary>A server that gives the whole without telling its length.</summary>
    public static RequestDelegate Chunked(byte[] file) => async context =>
    {
        await context.Response.StartAsync(context.RequestAborted);
        foreach (byte[] chunk in file.Chunk(1000))
        {
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        }
    };

    /// <summary>One part, told as it is.</summary>
    public static async Task PartAsync(HttpContext context, ByteSource file, long from, long count)
    {
        byte[] part = new byte[Math.Min(count, file.Length - from)];
        part = part[..file.Read(from, part)];
        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.ContentLength = part.Length;
        context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{from + part.Length - 1}/{file.Length}");
        await context.Response.Body.WriteAsync(part, context.RequestAborted);
    }

    /// <summary>The part that is asked for.</summary>
    public static (long From, long Count) Range(HttpContext context)
    {
        RangeItemHeaderValue range = context.Request.GetTypedHeaders().Range!.Ranges.Single();
        return (range.From!.Value, range.To!.Value - range.From.Value + 1);
    }

    private static Task RangedAsync(HttpContext context, ByteSource file, string? tag)
    {
        (long from, long count) = Range(context);
        if (from >= file.Length)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            context.Response.Headers.ContentRange = $"bytes */{file.Length}";
            return Task.CompletedTask;
        }

        context.Response.Headers.ETag = tag;
        return PartAsync(context, file, from, count);
    }
}

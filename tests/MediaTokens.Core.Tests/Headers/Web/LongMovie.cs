using System.Buffers.Binary;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>A movie of a terabyte, whose header is at the end.</summary>
internal static class LongMovie
{
    public const long Terabyte = 1L << 40;

    /// <summary>The movie that is made longer.</summary>
    public static readonly byte[] Short = TestMedia.Bytes("video/h264.mp4");

    /// <summary>The whole.</summary>
    public static RepeatingSource Make()
    {
        (byte[] start, byte[] end) = Stretch(Short);
        return new(start, [], 1, Terabyte, end);
    }

    /// <summary>What stands before and behind the samples of a movie, once the box of these is a terabyte longer.</summary>
    public static (byte[] Start, byte[] End) Stretch(byte[] movie)
    {
        int data = movie.AsSpan().IndexOf("mdat"u8) - 4;
        int end = data + BinaryPrimitives.ReadInt32BigEndian(movie.AsSpan(data));
        byte[] head = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(head, 1);
        "mdat"u8.CopyTo(head.AsSpan(4));
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(8), head.Length + Terabyte);
        Assert.True(movie.AsSpan().IndexOf("moov"u8) > end, "The movie box should be at the end.");
        return ([.. movie[..data], .. head], movie[end..]);
    }
}

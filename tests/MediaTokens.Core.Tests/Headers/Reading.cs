using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>Reads bytes made by a test and says what should come of it.</summary>
internal static class Reading
{
    /// <summary>The most that may be read of one file, in bytes.</summary>
    public const int Budget = 1_048_576;

    public static MediaHeader Header(byte[] bytes)
    {
        MemorySource source = new(bytes);
        MediaHeader header = MediaHeaderReader.Read(source);
        Assert.True(source.BytesRead <= Budget, $"{source.BytesRead} bytes were read.");
        return header;
    }

    public static void Tells(byte[] bytes, int width, int height, int orientation = 1, bool animated = false)
    {
        MediaHeader header = Header(bytes);
        Assert.Equal((new PixelSize(width, height), orientation, animated), (header.Size, header.Orientation, header.IsAnimated));
    }

    public static MediaException Fails(byte[] bytes, MediaErrorId id) => Fails(bytes, id, MediaHeaderReader.Read);

    /// <summary>As <see cref="Fails(byte[], MediaErrorId)"/>, for whoever takes images alone.</summary>
    public static MediaException FailsAsImage(byte[] bytes, MediaErrorId id) => Fails(bytes, id, MediaHeaderReader.ReadImage);

    /// <summary>The header, or null where the reader refuses the bytes in the one way that it may.</summary>
    public static MediaHeader? HeaderOrRefusal(ByteSource source)
    {
        try
        {
            return MediaHeaderReader.Read(source);
        }
        catch (MediaException)
        {
            return null;
        }
    }

    private static MediaException Fails(byte[] bytes, MediaErrorId id, Func<ByteSource, MediaHeader> read)
    {
        MemorySource source = new(bytes);
        MediaException exception = Assert.Throws<MediaException>(() => read(source));
        Assert.Equal(id, exception.Id);
        Assert.NotEmpty(exception.RecommendedAction);
        Assert.True(source.BytesRead <= Budget, $"{source.BytesRead} bytes were read.");
        return exception;
    }
}

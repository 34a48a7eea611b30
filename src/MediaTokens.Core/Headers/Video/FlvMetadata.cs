using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>What the script data "onMetaData" of Flash video tells.</summary>
/// <remarks>
/// Values as in <see cref="Amf0Cursor"/>: the name of the script, a string, then an object or an array of named values.
/// A recorded broadcast has the name of a command, "@setDataFrame", before that of the script.
/// </remarks>
internal sealed class FlvMetadata
{
    // Room for the index of key frames that some muxers put in front, of some hours.
    private const long MostRead = 262_144;

    /// <summary>Whether there was such a script.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Seconds.</summary>
    public double? Duration { get; private set; }

    /// <summary>Pixels.</summary>
    public double? Width { get; private set; }

    /// <summary>Pixels.</summary>
    public double? Height { get; private set; }

    /// <summary>Frames per second.</summary>
    public double? FrameRate { get; private set; }

    public bool? HasAudio { get; private set; }

    public bool? HasPictures { get; private set; }

    /// <summary>Reads the script; what is damaged or behind the first 262,144 bytes is left out.</summary>
    public static FlvMetadata Read(ref HeaderWindow window, long position, long end)
    {
        var metadata = new FlvMetadata();
        var cursor = new Amf0Cursor(position, Math.Min(end, position + MostRead));
        if (IsOfMetadata(ref window, ref cursor) && cursor.TryByte(ref window, out byte type) && cursor.TryEnter(type))
        {
            metadata.IsRead = true;
            metadata.ReadProperties(ref window, cursor);
        }

        return metadata;
    }

    private static bool IsOfMetadata(ref HeaderWindow window, ref Amf0Cursor cursor)
    {
        const int CommandAndName = 2;
        for (int i = 0; i < CommandAndName; i++)
        {
            if (!cursor.TryByte(ref window, out byte type) || type != Amf0Cursor.String || !cursor.TryName(ref window, out ReadOnlySpan<byte> name))
            {
                return false;
            }

            if (!name.SequenceEqual("@setDataFrame"u8))
            {
                return name.SequenceEqual("onMetaData"u8);
            }
        }

        return false;
    }

    private void ReadProperties(ref HeaderWindow window, Amf0Cursor cursor)
    {
        Span<byte> copy = stackalloc byte[Amf0Cursor.LongestName];
        while (cursor.TryName(ref window, out ReadOnlySpan<byte> found))
        {
            // The window's bytes are gone once the value is read.
            found.CopyTo(copy);
            ReadOnlySpan<byte> name = copy[..found.Length];
            if (!cursor.TryByte(ref window, out byte type) || type == Amf0Cursor.End)
            {
                return;
            }

            long value = cursor.Position;
            if (!cursor.TrySkip(ref window, type))
            {
                return;
            }

            Note(ref window, name, type, value);
        }
    }

    private void Note(ref HeaderWindow window, scoped ReadOnlySpan<byte> name, byte type, long value)
    {
        if (name.SequenceEqual("audiocodecid"u8))
        {
            HasAudio ??= true;
        }
        else if (name.SequenceEqual("videocodecid"u8))
        {
            HasPictures ??= true;
        }
        else if (type == Amf0Cursor.Number && window.TryAt(value, sizeof(double), out ReadOnlySpan<byte> bytes))
        {
            Note(name, BinaryPrimitives.ReadDoubleBigEndian(bytes));
        }
        else if (type == Amf0Cursor.Boolean && window.TryAt(value, 1, out bytes))
        {
            HasAudio = name.SequenceEqual("hasAudio"u8) ? bytes[0] != 0 : HasAudio;
            HasPictures = name.SequenceEqual("hasVideo"u8) ? bytes[0] != 0 : HasPictures;
        }
    }

    private void Note(scoped ReadOnlySpan<byte> name, double number)
    {
        if (name.SequenceEqual("duration"u8))
        {
            Duration = number;
        }
        else if (name.SequenceEqual("width"u8))
        {
            Width = number;
            HasPictures ??= number > 0 ? true : null;
        }
        else if (name.SequenceEqual("height"u8))
        {
            Height = number;
        }
        else if (name.SequenceEqual("framerate"u8))
        {
            FrameRate = number;
        }
        else if (name.SequenceEqual("videoframerate"u8))
        {
            FrameRate ??= number;
        }
    }
}

using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>What the first tags of Flash video tell.</summary>
internal sealed class FlvStart
{
    // Sound comes at least once in a second of pictures, if there is any.
    private const int MostTags = 64;

    private FlvStart(long firstTag) => FirstTag = firstTag;

    /// <summary>The position of the first tag.</summary>
    public long FirstTag { get; }

    /// <summary>Whether these are all the tags of the file.</summary>
    public bool IsAll { get; private set; }

    /// <summary>Whether the file ends in the middle of the next tag.</summary>
    public bool IsCut { get; private set; }

    public bool HasPictures { get; private set; }

    public bool HasAudio { get; private set; }

    /// <summary>The pixels that the first pictures tell themselves; null where they do not.</summary>
    public (ulong Width, ulong Height)? Size { get; private set; }

    /// <summary>When the first sound or picture begins, in milliseconds.</summary>
    public int? FirstTime { get; private set; }

    public FlvMetadata Metadata { get; private set; } = new();

    /// <summary>Reads tags until the size is known, and whether there is sound, which takes longer if it is to be expected.</summary>
    /// <exception cref="MediaException">TruncatedFile or CorruptHeader, where there is no tag at all.</exception>
    public static FlvStart Read(ref HeaderWindow window, long position, bool expectsAudio)
    {
        var start = new FlvStart(position);
        int count = 0;
        bool isTag = true;
        while (count < MostTags && !start.IsEnough(expectsAudio))
        {
            isTag = FlvTag.TryRead(ref window, position, out FlvTag tag);
            start.IsCut = window.Length - position < FlvTag.LeastSize || (isTag && tag.End > window.Length);
            if (!isTag || start.IsCut)
            {
                break;
            }

            start.Note(ref window, tag);
            position = tag.Next;
            count++;
        }

        start.IsAll = position >= window.Length;
        start.IsCut &= !start.IsAll;
        if (count > 0)
        {
            return start;
        }

        throw isTag || start.IsAll || start.IsCut
            ? HeaderError.Truncated(window.Length, "the end of its first tag")
            : HeaderError.Corrupt(Invariant($"No tag of audio, video or script data begins at byte {position}."));
    }

    private bool IsEnough(bool expectsAudio) => Size is not null && FirstTime is not null && (HasAudio || !expectsAudio);

    private void Note(ref HeaderWindow window, FlvTag tag)
    {
        if (tag.Type == FlvTag.Script)
        {
            Metadata = tag.IsEncrypted || Metadata.IsRead ? Metadata : FlvMetadata.Read(ref window, tag.Body, tag.End);
            return;
        }

        HasAudio |= tag.Type == FlvTag.Audio;
        HasPictures |= tag.Type == FlvTag.Video;
        if (tag.IsEncrypted || tag.Body == tag.End)
        {
            return;
        }

        if (tag.Type == FlvTag.Video)
        {
            Size ??= FlvPicture.ReadSize(ref window, tag) is { Width: > 0, Height: > 0 } size ? size : null;
        }

        if (!FlvPicture.IsConfiguration(ref window, tag) && tag.Time >= 0)
        {
            FirstTime ??= tag.Time;
        }
    }
}

namespace MediaTokens.Headers.Video;

/// <summary>Walks over the fragments of a movie.</summary>
/// <remarks>Box "moof" holds a box "traf" for each track that has samples in the box "mdat" behind it; see <see cref="Mp4FragmentTrack"/>.</remarks>
internal sealed class Mp4Fragments
{
    private const uint Moof = 0x6D6F6F66;
    private const uint Traf = 0x74726166;
    private const uint Tfhd = 0x74666864;

    // A fragment's headers up to the first sample.
    private const int ReadOfFragment = 128;

    // The head of a box with a size of 64 bits.
    private const int ReadOfBox = 16;

    // A movie whose tracks take turns has a fragment of each among so many.
    private const int Kept = 64;

    private readonly List<Mp4FragmentTrack> _tracks;
    private readonly long _start;
    private long _position;

    /// <param name="movie">The movie that goes on in fragments.</param>
    /// <param name="position">Where the first one may be.</param>
    public Mp4Fragments(Mp4Movie movie, long position)
    {
        _start = _position = position;
        _tracks = movie.Tracks.ConvertAll(track => new Mp4FragmentTrack(
            track, movie.SampleTicks.Find(ticks => ticks.Track == track.Id).Ticks));
    }

    public IReadOnlyList<Mp4FragmentTrack> Tracks => _tracks;

    /// <summary>Whether each fragment so far tells where it begins, so that others can be left out.</summary>
    public bool TellTime => _tracks.TrueForAll(track => track.TellsTime);

    /// <summary>How many fragments were read.</summary>
    public int Count { get; private set; }

    /// <summary>Where the boxes break off though there is room for more fragments; null where they do not.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>Reads the fragments that follow, up to a number of them, and the end of the last one.</summary>
    /// <returns>Whether the file has no more.</returns>
    public bool Read(ref HeaderWindow window, int most)
    {
        window.MostReadAhead = ReadOfFragment;
        bool isEnd = true;
        while (IsoBox.TryRead(ref window, _position, window.Length, out IsoBox box))
        {
            if (box.Type == Moof)
            {
                if (most-- == 0)
                {
                    isEnd = false;
                    break;
                }

                ReadFragment(ref window, box);
            }

            _position = box.End;
        }

        foreach (Mp4FragmentTrack track in _tracks)
        {
            track.Close(ref window);
        }

        BrokenAt = isEnd && IsBroken(ref window) ? _position : null;
        return isEnd;
    }

    /// <summary>Goes on to the last fragments, without a look into those before; only where they tell time.</summary>
    /// <param name="window">The file.</param>
    /// <param name="from">Where one of the later fragments is known to be.</param>
    public void SkipToLast(ref HeaderWindow window, long from)
    {
        window.MostReadAhead = ReadOfBox;
        long[] last = new long[Kept];
        int found = 0;
        long position = Math.Max(from, _position);
        while (IsoBox.TryRead(ref window, position, window.Length, out IsoBox box))
        {
            if (box.Type == Moof)
            {
                last[found++ % Kept] = position;
            }

            position = box.End;
        }

        _position = found > 0 ? last[found < Kept ? 0 : found % Kept] : position;
    }

    // A copy that is not complete ends within a box, and some files have a little of something else behind the last one.
    private bool IsBroken(ref HeaderWindow window)
    {
        long rest = window.Length - _position;
        if (rest < 8 || rest < (_position - _start) / Math.Max(1, Count))
        {
            return false;
        }

        uint size = window.UInt32(_position, bigEndian: true);
        bool isCut = size is 1 or >= 8 && window.At(_position + 4, 4).IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
        return !isCut;
    }

    private void ReadFragment(ref HeaderWindow window, IsoBox fragment)
    {
        Count++;
        long position = fragment.Content;
        while (IsoBox.TryFind(ref window, position, fragment.End, Traf, out IsoBox box))
        {
            if (IsoBox.TryFind(ref window, box.Content, box.End, Tfhd, out IsoBox header))
            {
                uint id = window.UInt32(header.Require(header.Content, 8) + 4, bigEndian: true);
                _tracks.Find(track => track.Track.Id == id)?.Add(ref window, box, header);
            }

            position = box.End;
        }
    }
}

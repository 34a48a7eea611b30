using System.Buffers.Binary;
using System.Numerics;
using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>Keeps the account of one track over the fragments of a movie.</summary>
/// <remarks>
/// Box "traf" holds full box "tfhd": flags, number of the track (4), and as the flags tell: position of the data (8; flag 1), description (4; flag 2),
/// ticks of a sample (4; flag 8), and more; "tfdt", if any: ticks of the media before this fragment (4; 8 in version 1); and boxes "trun":
/// flags, number of samples (4), as the flags tell position of the data (4; flag 1) and flags of the first sample (4; flag 4), then for
/// each sample, as the flags tell, ticks (4; flag 0x100), bytes (4; 0x200), flags (4; 0x400), and ticks until it is shown (4, signed; 0x800).
/// What a fragment lasts is summed up only if the next one of the track does not tell where it begins, for it may have many samples.
/// </remarks>
/// <param name="track">The track.</param>
/// <param name="sampleTicks">The ticks of a sample for which no fragment tells any.</param>
internal sealed class Mp4FragmentTrack(Mp4Track track, uint sampleTicks)
{
    private const uint Tfdt = 0x74666474;
    private const uint Trun = 0x7472756E;
    private const int SampleTicks = 0x100;
    private const int SampleFields = 0xF00;
    private const int ShownLater = 0x800;

    private IsoBox _open;
    private uint _openTicks;

    public Mp4Track Track => track;

    /// <summary>Where the first sample begins, in ticks of the media; null as long as there is none.</summary>
    public Int128? First { get; private set; } = track.Table.Samples > 0 && track.MediaTicks > 0 ? 0 : null;

    /// <summary>Where the last sample so far ends, once <see cref="Close"/> has been called.</summary>
    public Int128 End { get; private set; } = track.Table.Samples > 0 ? track.MediaTicks ?? 0 : 0;

    /// <summary>Ticks until the first sample is shown.</summary>
    public int FirstShown { get; private set; } = track.Table.FirstShown;

    public long Samples { get; private set; } = track.Table.Samples;

    /// <summary>Whether each fragment so far tells where it begins.</summary>
    public bool TellsTime { get; private set; } = true;

    /// <summary>How many fragments of the track were read.</summary>
    public int Fragments { get; private set; }

    /// <summary>Adds a fragment of this track.</summary>
    /// <param name="window">The file.</param>
    /// <param name="fragment">The box "traf".</param>
    /// <param name="header">The box "tfhd" in it.</param>
    public void Add(ref HeaderWindow window, IsoBox fragment, IsoBox header)
    {
        uint flags = window.UInt32(header.Content, bigEndian: true);
        long ticks = header.Content + 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        uint ofSample = (flags & 8) != 0 ? window.UInt32(header.Require(ticks, 4), bigEndian: true) : sampleTicks;
        if (IsoBox.TryFind(ref window, header.End, fragment.End, Tfdt, out IsoBox time))
        {
            bool wide = window.Byte(time.Require(time.Content, 8)) == 1;
            End = wide ? window.UInt64(time.Require(time.Content + 4, 8), bigEndian: true) : window.UInt32(time.Content + 4, bigEndian: true);
        }
        else
        {
            Close(ref window);
            TellsTime = false;
        }

        (_open, _openTicks) = (fragment, ofSample);
        Fragments++;
        CountSamples(ref window, fragment);
    }

    /// <summary>Sums up the last fragment.</summary>
    public void Close(ref HeaderWindow window)
    {
        IsoBox fragment = _open;
        _open = default;
        for (long position = fragment.Content; NextRun(ref window, ref position, fragment.End, out IsoBox run);)
        {
            (uint flags, uint count, long entries, int size) = ReadRun(ref window, run);
            if ((flags & SampleTicks) == 0)
            {
                End += (Int128)count * _openTicks;
                continue;
            }

            for (uint i = 0; i < count; i++)
            {
                End += window.UInt32(entries + ((long)i * size), bigEndian: true);
            }
        }
    }

    private void CountSamples(ref HeaderWindow window, IsoBox fragment)
    {
        for (long position = fragment.Content; NextRun(ref window, ref position, fragment.End, out IsoBox run);)
        {
            (uint flags, uint count, long entries, int size) = ReadRun(ref window, run);
            if (First is null && count > 0)
            {
                First = End;
                FirstShown = (flags & ShownLater) != 0 ? BinaryPrimitives.ReadInt32BigEndian(window.At(entries + size - 4, 4)) : 0;
            }

            Samples += count;
        }
    }

    private static bool NextRun(ref HeaderWindow window, ref long position, long end, out IsoBox run)
    {
        bool found = IsoBox.TryFind(ref window, position, end, Trun, out run);
        position = run.End;
        return found;
    }

    private static (uint Flags, uint Count, long Entries, int Size) ReadRun(ref HeaderWindow window, IsoBox run)
    {
        uint flags = window.UInt32(run.Require(run.Content, 8), bigEndian: true);
        uint count = window.UInt32(run.Content + 4, bigEndian: true);
        int size = 4 * BitOperations.PopCount(flags & SampleFields);
        long entries = run.Content + 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        return (long)count * size <= run.End - entries && count <= window.Length
            ? (flags, count, entries, size)
            : throw HeaderError.Corrupt(Invariant($"A fragment tells {count} samples, more than there is room for."));
    }
}

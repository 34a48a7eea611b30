namespace MediaTokens.Headers.Video;

/// <summary>The times of one stream of pictures or sound, gathered from its packets near the start and near the end of the file.</summary>
/// <remarks>
/// Times are 33 bits of a clock of 90 kHz, and begin at 0 again after 26.5 hours: all are counted from the first one.
/// A packet tells the time of the first frame that begins in it; those after it are counted.
/// </remarks>
internal sealed class ElementaryStream(int id, StreamCoding coding)
{
    /// <summary>Units a second.</summary>
    public const long Clock = 90_000;

    private const long Mask = (1L << 33) - 1;

    // Pictures are shown in another order than they are stored in, so the first packet need not be the earliest.
    private const long Before = 60 * Clock;

    // Within what is read in one go, times of decoding that fall or rise by more belong to another recording.
    private const long MostBack = Clock;
    private const long MostAhead = 300 * Clock;

    // Fewer times make no average.
    private const int LeastTimes = 10;
    private const double Tolerance = 0.02;

    private readonly PictureScanner? _pictures = IsOfPictures(coding) ? new PictureScanner(coding) : null;
    private readonly SoundScanner? _sound = coding == StreamCoding.Sound ? new SoundScanner() : null;
    private long _delay;
    private long _earliest;
    private long _latest;
    private long _latestDecoded;
    private long _firstDecoded;
    private double? _measured;
    private bool _isMeasured;
    private int _times;
    private bool _hasUntimed;
    private bool _isTimed;

    public int Id { get; } = id;

    public bool HasPictures => _pictures is not null;

    public StreamCoding Coding => _pictures?.Coding ?? coding;

    public CodedSequence? Sequence => _pictures?.Sequence;

    /// <summary>The first time, in units of the clock; -1 until found.</summary>
    public long First { get; private set; } = -1;

    /// <summary>Whether the run of packets read last told a time.</summary>
    public bool HasLast => _times > 0;

    /// <summary>The earliest time of the run of packets read last, counted from the first.</summary>
    public long Earliest => _earliest;

    /// <summary>Whether the times of one run of packets are not of one recording.</summary>
    public bool HasJump { get; private set; }

    /// <summary>Whether the clock began at 0 again between the first time and the last.</summary>
    public bool IsWrapped => First + _latest > Mask;

    /// <summary>Pictures a second: as their sequence header tells, unless their times near the start tell otherwise; null where neither does.</summary>
    public double? FrameRate
    {
        get
        {
            double? told = Sequence?.FrameRate;
            if (told is not { } rate || _measured is not { } measured)
            {
                return told ?? _measured;
            }

            // A packet may hold a single field. What is shown longer than it is coded, as films are on television, is told too fast.
            bool agrees = Math.Abs(measured - rate) < rate * Tolerance || Math.Abs(measured - (2 * rate)) < 2 * rate * Tolerance;
            return agrees ? rate : measured;
        }
    }

    /// <summary>What a picture takes, in units of the clock; 0 where it is not known.</summary>
    private double Period => FrameRate is { } rate ? Clock / rate : 0;

    /// <summary>Begins a run of packets elsewhere in the file.</summary>
    public void Restart()
    {
        _times = 0;
        _isTimed = false;
        _pictures?.Restart();
        _sound?.Lose();
    }

    /// <summary>Begins a packet.</summary>
    public void Begin(PesHeader header)
    {
        if (header.Pts < 0)
        {
            return;
        }

        if (First < 0)
        {
            First = header.Pts;
            _delay = Math.Clamp(Since(header.Pts) - Since(header.Dts), 0, Clock);
        }

        CloseTime();
        long time = Since(header.Pts);
        _earliest = _times == 0 ? time : Math.Min(_earliest, time);
        _latest = _times == 0 ? time : Math.Max(_latest, time);
        long decoded = Since(header.Dts);
        HasJump |= _times > 0 && (decoded < _latestDecoded - MostBack || decoded > _latestDecoded + MostAhead);
        _latestDecoded = decoded;
        _firstDecoded = _times == 0 ? _latestDecoded : _firstDecoded;
        _times++;
        _isTimed = true;
        _pictures?.Restart();
        _sound?.Restart();
    }

    /// <summary>Takes bytes of the stream.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _pictures?.Add(bytes);
        if (_isTimed)
        {
            _sound?.Add(bytes);
        }
    }

    /// <summary>Ends a run of packets.</summary>
    public void Finish()
    {
        _pictures?.Finish();
        CloseTime();
        if (!_isMeasured)
        {
            Measure();
        }
    }

    /// <summary>A time, counted from the first one.</summary>
    public long Since(long time)
    {
        long since = (time - First) & Mask;
        return since > Mask - Before ? since - Mask - 1 : since;
    }

    /// <summary>A time that may as well be before the first one.</summary>
    public long SignedSince(long time)
    {
        long since = (time - First) & Mask;
        return since > Mask / 2 ? since - Mask - 1 : since;
    }

    /// <summary>The time when the last frame has played, counted from the first.</summary>
    public long End
    {
        get
        {
            if (_pictures is null)
            {
                return _latest + (_sound?.Time ?? 0);
            }

            double ofLatest = _latest + Period;
            double counted = _hasUntimed ? _latestDecoded + (_pictures.Fields * Period / 2) + _delay : 0;
            return (long)Math.Round(Math.Max(ofLatest, counted));
        }
    }

    private static bool IsOfPictures(StreamCoding coding) => coding is >= StreamCoding.Pictures and <= StreamCoding.OtherPictures;

    /// <summary>Takes the average of the first run, by the times of decoding, which rise evenly whatever order the pictures are shown in.</summary>
    private void Measure()
    {
        _isMeasured = true;
        long span = _latestDecoded - _firstDecoded;
        if (_pictures is not null && !_hasUntimed && !HasJump && _times >= LeastTimes && span > 0)
        {
            _measured = (double)(_times - 1) * Clock / span;
        }
    }

    private void CloseTime() => _hasUntimed |= _isTimed && _pictures?.Fields > 2;
}

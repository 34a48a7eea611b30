using MediaTokens.Headers;

namespace MediaTokens.Documents.Pdf;

/// <summary>
/// A buffer that moves over the file by positional reads. It grows with the object that is looked at, up to <see cref="Largest"/>,
/// and all that is read of one file is bounded.
/// </summary>
/// <remarks>A span that it hands out is valid until the next call only.</remarks>
internal sealed class PdfWindow
{
    /// <summary>The most bytes that one call can ask for, and so the longest object without its stream.</summary>
    public const int Largest = 8 << 20;

    // One read, where fewer bytes are asked for: little after a jump, more where reading goes on behind what was read.
    private const int ReadAfterJump = 4 << 10;
    private const int ReadOn = 16 << 10;

    // Looking through the whole file, few large reads are faster than many small ones.
    private const int SearchSize = 256 << 10;

    // A document of 100,000 pages has a million objects, far apart, and some are read again as caches overflow.
    // One that takes more than this to be read, parsed and searched is hostile.
    private const long ReadAlways = 8L << 30;
    private const long ReadsOfAll = 16;
    private const long ParseAlways = 256L << 20;
    private const long ParsesOfAll = 8;
    private const long SearchAlways = 1L << 30;
    private const long SearchesOfAll = 8;

    private readonly ByteSource _source;
    private readonly CancellationToken _cancellationToken;
    private byte[] _buffer = new byte[ReadOn];
    private long _start;
    private int _count;
    private long _leftToRead;
    private long _leftToParse;
    private long _leftToSearch;

    public PdfWindow(ByteSource source, CancellationToken cancellationToken)
    {
        _source = source;
        _cancellationToken = cancellationToken;
        Length = source.Length;
        long length = Math.Min(Length, 1L << 50);
        _leftToRead = ReadAlways + (ReadsOfAll * length);
        _leftToParse = ParseAlways + (ParsesOfAll * length);
        _leftToSearch = SearchAlways + (SearchesOfAll * length);
    }

    /// <summary>The bytes of the file; less than at first where it became shorter meanwhile.</summary>
    public long Length { get; private set; }

    /// <summary>The bytes from a position on: at least so many unless the file ends before, and all that are at hand.</summary>
    /// <exception cref="MediaException">More was read of the file than a document in order ever needs.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ReadOnlySpan<byte> At(long offset, int count) =>
        At(offset, count, offset >= _start && offset <= _start + _count + ReadAfterJump ? ReadOn : ReadAfterJump);

    private ReadOnlySpan<byte> At(long offset, int count, int readSize)
    {
        if (offset < 0 || offset >= Length)
        {
            return [];
        }

        count = (int)Math.Min(Math.Min(count, Largest), Length - offset);
        long inside = offset - _start;
        if (inside < 0 || inside + count > _count)
        {
            Refill(offset, Math.Max(count, readSize));
            inside = 0;
        }

        return _buffer.AsSpan((int)inside, _count - (int)inside);
    }

    /// <summary>Where the bytes next occur.</summary>
    /// <param name="pattern">A few bytes.</param>
    /// <param name="position">Where to begin.</param>
    /// <param name="reach">How many bytes to look through.</param>
    /// <returns>-1 where they do not.</returns>
    public long Find(ReadOnlySpan<byte> pattern, long position, long reach = long.MaxValue)
    {
        long end = reach < Length - position ? position + reach : Length;
        while (position <= end - pattern.Length)
        {
            ReadOnlySpan<byte> bytes = At(position, pattern.Length, (int)Math.Clamp(end - position, ReadAfterJump, SearchSize));
            int found = bytes.IndexOf(pattern);
            Count(ref _leftToSearch, found < 0 ? bytes.Length : found);
            if (found >= 0)
            {
                return position + found;
            }

            if (bytes.Length < pattern.Length)
            {
                break;
            }

            position += bytes.Length - pattern.Length + 1;
        }

        return -1;
    }

    /// <summary>Fills a buffer of the caller's.</summary>
    /// <returns>How many bytes were read; fewer than asked for only at the end.</returns>
    public int Read(long offset, Span<byte> buffer)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Count(ref _leftToRead, buffer.Length);
        return offset < 0 ? 0 : _source.Read(offset, buffer);
    }

    private void Refill(long offset, int count)
    {
        if (count > _buffer.Length)
        {
            _buffer = new byte[Math.Min(Largest, Math.Max(count, 2 * _buffer.Length))];
        }

        int wanted = (int)Math.Min(count, Length - offset);
        _start = offset;
        _count = 0;
        _count = Read(offset, _buffer.AsSpan(0, wanted));
        if (_count < wanted)
        {
            Length = offset + _count;
        }
    }

    /// <summary>Counts the bytes of an object that was parsed.</summary>
    /// <exception cref="MediaException">More was parsed than a document in order ever needs.</exception>
    public void CountParsed(int count) => Count(ref _leftToParse, count);

    private static void Count(ref long left, int count)
    {
        left -= count;
        if (left < 0)
        {
            throw Endless();
        }
    }

    private static MediaException Endless() => PdfError.Corrupt("The objects of the document lead back and forth without end.");
}

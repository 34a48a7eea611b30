namespace MediaTokens.Documents.Pdf;

/// <summary>Where one indirect object is.</summary>
internal readonly record struct CrossReference
{
    // Positive: the position in the file, plus 1. Negative: the number of the object stream. 0: nothing is known.
    private readonly long _place;
    private readonly int _detail;

    private CrossReference(long place, int detail)
    {
        _place = place;
        _detail = detail;
    }

    /// <summary>An object that is not in use, whatever older sections say.</summary>
    public static CrossReference Free { get; } = new(0, 1);

    public bool IsKnown => _place != 0 || _detail != 0;

    public bool IsInFile => _place > 0;

    public bool IsInStream => _place < 0;

    /// <summary>Where the object begins, from the start of the file.</summary>
    public long Position => _place - 1;

    public int Generation => IsInFile ? _detail : 0;

    /// <summary>The object stream that holds the object.</summary>
    public int Stream => (int)-_place;

    /// <summary>Which of the stream's objects it is, from 0.</summary>
    public int Index => _detail;

    public static CrossReference InFile(long position, int generation) => new(position + 1, generation);

    public static CrossReference InStream(int stream, int index) => new(-stream, index);
}

/// <summary>Where the indirect objects are, by number. Room is taken for numbers that are there, never for those that a file claims.</summary>
internal sealed class CrossReferenceTable
{
    /// <summary>The largest object number of the standard's first edition, Annex C.</summary>
    public const int LargestNumber = 8_388_607;

    private const int BlockSize = 256;

    private readonly Dictionary<int, CrossReference[]> _blocks = [];

    /// <summary>Where the object is; not known where nothing says so.</summary>
    public CrossReference this[int number]
    {
        get => _blocks.TryGetValue(number / BlockSize, out CrossReference[]? block) ? block[number % BlockSize] : default;
        set
        {
            if (number is < 0 or > LargestNumber)
            {
                return;
            }

            if (!_blocks.TryGetValue(number / BlockSize, out CrossReference[]? block))
            {
                block = new CrossReference[BlockSize];
                _blocks.Add(number / BlockSize, block);
            }

            block[number % BlockSize] = value;
        }
    }

    /// <summary>The numbers of the objects that are in use, in no certain order.</summary>
    public IEnumerable<int> Numbers()
    {
        foreach ((int index, CrossReference[] block) in _blocks)
        {
            for (int i = 0; i < block.Length; i++)
            {
                if (block[i].IsInFile || block[i].IsInStream)
                {
                    yield return (index * BlockSize) + i;
                }
            }
        }
    }

    /// <summary>Adds what an older section says, where no newer one said anything.</summary>
    public void AddOlder(int number, CrossReference reference)
    {
        if (!this[number].IsKnown)
        {
            this[number] = reference;
        }
    }
}

using static System.FormattableString;

namespace MediaTokens.Imaging;

/// <summary>Collects the parts of a file while a reader walks over it.</summary>
internal sealed class PartList
{
    /// <summary>The largest profile that is looked at, in bytes: several times the tables of any press.</summary>
    public const int LongestProfile = 8 << 20;

    // Real files have a few dozen at most; a hostile one could have one for every three bytes.
    private const int MostParts = 65_536;

    private readonly List<ImagePart> _parts = [];
    private int _end;

    public IReadOnlyList<ImagePart> Parts => _parts;

    /// <summary>The first damage found.</summary>
    public string? Damage { get; private set; }

    public ColorProfile? Profile { get; set; }

    /// <summary>The colour channels; null where the format does not say.</summary>
    public int? Channels { get; set; }

    /// <summary>Whether the profile stands before other statements about the colours, which would count without it.</summary>
    public bool ProfileOverrules { get; set; }

    /// <summary>Adds what lies between the end of the last part and a position.</summary>
    public void AddUpTo(long end, PartKind kind)
    {
        int length = (int)end - _end;
        if (length <= 0)
        {
            return;
        }

        if (_parts.Count == MostParts && _parts[^1].Kind != kind)
        {
            AddDamage(Invariant($"It is made of more than {MostParts} parts."));
            kind = PartKind.Image;
            _parts[^1] = _parts[^1] with { Kind = kind };
        }

        if (_parts.Count > 0 && _parts[^1].Kind == kind)
        {
            _parts[^1] = _parts[^1] with { Length = _parts[^1].Length + length };
        }
        else
        {
            _parts.Add(new(kind, _end, length));
        }

        _end += length;
    }

    public void AddDamage(string damage) => Damage ??= damage;

    public void AddCut(int length, string where) => AddDamage(Cut(length, where));

    /// <summary>The sentence about a file that ends too early.</summary>
    public static string Cut(int length, string where) => Invariant($"It ends after {length} bytes, {where}.");
}

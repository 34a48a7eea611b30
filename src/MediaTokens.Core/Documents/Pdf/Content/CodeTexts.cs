namespace MediaTokens.Documents.Pdf.Content;

/// <summary>What codes stand for, of which only two things count: that one is a space, and that one is other than one character.</summary>
internal sealed class CodeTexts
{
    private const int MostCodes = 65_536;

    private readonly Dictionary<int, int> _characters = [];
    private readonly HashSet<int> _spaces = [];

    /// <summary>The characters that a code stands for.</summary>
    public int Characters(int code) => _characters.TryGetValue(code, out int characters) ? characters : 1;

    /// <summary>Whether a code stands for a space.</summary>
    public bool IsSpace(int code) => _spaces.Contains(code);

    /// <summary>Tells what the codes of a range stand for.</summary>
    /// <param name="low">The first code.</param>
    /// <param name="high">The last code.</param>
    /// <param name="text">In UTF-16, big-endian, of the first code; the last byte of each further one is one more.</param>
    public void Add(uint low, uint high, ReadOnlySpan<byte> text)
    {
        int units = text.Length / 2;
        int first = units > 0 ? (text[0] << 8) | text[1] : 0;
        int characters = units - (first is >= 0xD800 and <= 0xDBFF ? 1 : 0);
        if (characters != 1)
        {
            for (uint code = low; code <= high && _characters.Count < MostCodes && code - low < MostCodes; code++)
            {
                _characters[(int)code] = characters;
            }

            return;
        }

        AddSpace(low, high, first, ' ');
        AddSpace(low, high, first, '\u00A0');
    }

    /// <summary>Tells that a code is a space.</summary>
    public void AddSpace(int code) => _spaces.Add(code);

    /// <summary>Tells how many characters a code stands for.</summary>
    public void Add(int code, int characters) => _characters[code] = characters;

    private void AddSpace(uint low, uint high, int first, char space)
    {
        if (first <= space && space - first <= (long)high - low && _spaces.Count < MostCodes)
        {
            _spaces.Add((int)(low + (uint)(space - first)));
        }
    }
}

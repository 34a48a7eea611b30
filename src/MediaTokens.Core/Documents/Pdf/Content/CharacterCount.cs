using System.Numerics;

namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// Counts characters, and one for each gap between words that no space is shown in: where a string begins farther along its line than the
/// last one ended, beside that line, or back on it. Spaces in a row count once, and so does a gap beside one.
/// </summary>
/// <remarks>All lengths are compared in em, the larger font size of the two strings.</remarks>
internal sealed class CharacterCount
{
    // Between kerning, which is hardly ever more than 0.1 em, and the narrowest space of justified lines.
    private const float Gap = 0.15f;

    // Raised and lowered characters belong to their word.
    private const float BesideLine = 0.5f;

    private const float BackOnLine = -1;

    private Vector2 _end;
    private Vector2 _direction;
    private float _size;
    private bool _isAfterSpace = true;

    /// <summary>All that were counted.</summary>
    public long Characters { get; private set; }

    /// <summary>A string begins.</summary>
    /// <param name="start">Where.</param>
    /// <param name="along">The direction in which it goes on, of any length.</param>
    /// <param name="size">Its font size.</param>
    public void Begin(Vector2 start, Vector2 along, float size)
    {
        Vector2 way = start - _end;
        float em = Math.Max(size, _size);
        float forward = Vector2.Dot(way, _direction);
        float aside = (way.X * _direction.Y) - (way.Y * _direction.X);
        if (forward > Gap * em || forward < BackOnLine * em || Math.Abs(aside) > BesideLine * em)
        {
            AddSpace();
        }

        _direction = along == Vector2.Zero ? along : Vector2.Normalize(along);
        _size = size;
    }

    /// <summary>A string ends.</summary>
    public void End(Vector2 end) => _end = end;

    /// <summary>One code of a string.</summary>
    /// <param name="characters">The characters that it stands for.</param>
    /// <param name="isSpace">Whether it is a space.</param>
    public void Add(int characters, bool isSpace)
    {
        if (isSpace)
        {
            AddSpace();
            return;
        }

        Characters += characters;
        _isAfterSpace = false;
    }

    /// <summary>Text that was counted by itself.</summary>
    public void AddApart(long characters)
    {
        if (characters > 0)
        {
            AddSpace();
            Characters += characters;
            _isAfterSpace = false;
            AddSpace();
        }
    }

    private void AddSpace()
    {
        if (!_isAfterSpace)
        {
            Characters++;
            _isAfterSpace = true;
        }
    }
}

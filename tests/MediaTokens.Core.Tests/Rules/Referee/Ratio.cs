using System.Numerics;

namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>An exact positive fraction, so that the restated rules never round before the documents say so.</summary>
internal readonly record struct Ratio(BigInteger Over, BigInteger Under)
{
    public static implicit operator Ratio(long whole) => new(whole, 1);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Over * right.Over, left.Under * right.Under);

    public static Ratio operator /(Ratio left, Ratio right) => new(left.Over * right.Under, left.Under * right.Over);

    public static bool operator <(Ratio left, Ratio right) => left.Over * right.Under < right.Over * left.Under;

    public static bool operator >(Ratio left, Ratio right) => right < left;

    public static Ratio Least(Ratio left, Ratio right) => right < left ? right : left;

    /// <summary>The whole part.</summary>
    public long RoundDown() => (long)BigInteger.Divide(Over, Under);

    /// <summary>The nearest whole number; a half goes up.</summary>
    public long RoundNearest() => (long)BigInteger.Divide((2 * Over) + Under, 2 * Under);

    /// <summary>The next whole number, unless it is one.</summary>
    public long RoundUp()
    {
        long down = RoundDown();
        return down * Under == Over ? down : down + 1;
    }

    /// <summary>How many squares of a side cover the length, laid one after another.</summary>
    public int CountSquares(int side)
    {
        int squares = 0;
        for (BigInteger covered = 0; covered * Under < Over; covered += side)
        {
            squares++;
        }

        return squares;
    }
}

namespace MediaTokens.Rules;

/// <summary>Integer arithmetic for the places where a boundary decides: no rounding error can move a count.</summary>
internal static class ExactMath
{
    /// <summary>The quotient rounded up, for a numerator of 0 or more and a denominator of 1 or more.</summary>
    public static long CeilingDivide(long numerator, long denominator) =>
        numerator == 0 ? 0 : ((numerator - 1) / denominator) + 1;

    /// <summary>The quotient rounded to the nearest integer, halves up, and at least 1: a side in pixels.</summary>
    public static int RoundToPixel(long numerator, long denominator) =>
        (int)Math.Max(1, (numerator + (denominator / 2)) / denominator);

    /// <summary>The quotient rounded to the nearest integer, halves to the even one as Python's round does.</summary>
    public static long RoundHalfToEven(long numerator, long denominator)
    {
        (long quotient, long remainder) = Math.DivRem(numerator, denominator);
        long rest = denominator - remainder;
        return remainder < rest || (remainder == rest && quotient % 2 == 0) ? quotient : quotient + 1;
    }

    /// <summary>The least integer whose square is at least <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    public static long CeilingSqrt(long numerator, long denominator)
    {
        long root = FloorSqrt(numerator, denominator);
        return (Int128)root * root * denominator == numerator ? root : root + 1;
    }

    /// <summary>
    /// The largest integer whose square is at most <paramref name="numerator"/> / <paramref name="denominator"/>.
    /// The double is only a first guess; the integers decide.
    /// </summary>
    public static long FloorSqrt(long numerator, long denominator)
    {
        long root = (long)Math.Sqrt((double)numerator / denominator);
        while (root * root > numerator / denominator)
        {
            root--;
        }

        while ((root + 1) * (root + 1) <= numerator / denominator)
        {
            root++;
        }

        return root;
    }
}

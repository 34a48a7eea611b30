using System.Globalization;

namespace MediaTokens.Tool.Output;

/// <summary>Numbers of bytes for people, in the units that options take: 1 KB is 1024 bytes.</summary>
internal static class ByteSize
{
    // No number has more than three digits before its point.
    private const int MostOfUnit = 1000;

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    public static string Of(long bytes)
    {
        double value = bytes;
        int unit = 0;
        while (value >= MostOfUnit && unit < Units.Length - 1)
        {
            (value, unit) = (value / 1024, unit + 1);
        }

        return value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}

using System.Globalization;

namespace MediaTokens.Tool.Output;

/// <summary>Counts in words.</summary>
internal static class Totals
{
    /// <summary>A count with its noun, such as <c>2 images</c>.</summary>
    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The failures behind another count; nothing where there are none.</summary>
    public static string Failed(long failures) => failures == 0 ? "" : $", {Count(failures, "failure")}";
}

namespace MediaTokens.Documents.Pdf;

/// <summary>A rectangle on a page, in user space units (ISO 32000-1, 7.9.5).</summary>
internal readonly record struct PdfPageBox(double Left, double Bottom, double Right, double Top)
{
    private const double HundredthsOfAPoint = 100;
    private const int Largest = 1_000_000_000;

    /// <summary>US Letter: what viewers take where a page has no box.</summary>
    public static PdfPageBox Letter { get; } = new(0, 0, 612, 792);

    /// <summary>Reads a rectangle, of any two opposite corners; null where it is none or has no area.</summary>
    public static PdfPageBox? Read(PdfFile file, PdfObject value)
    {
        if (file.Resolve(value) is not PdfArray { Items: { Count: >= 4 } items }
            || file.Resolve(items[0]) is not PdfNumber x1 || file.Resolve(items[1]) is not PdfNumber y1
            || file.Resolve(items[2]) is not PdfNumber x2 || file.Resolve(items[3]) is not PdfNumber y2)
        {
            return null;
        }

        PdfPageBox box = new(
            Math.Min(x1.Value, x2.Value), Math.Min(y1.Value, y2.Value), Math.Max(x1.Value, x2.Value), Math.Max(y1.Value, y2.Value));
        return box.HasArea ? box : null;
    }

    private bool HasArea => Left < Right && Bottom < Top;

    /// <summary>The part that is within the other; the other one where there is none.</summary>
    public PdfPageBox Within(PdfPageBox outer)
    {
        PdfPageBox common = new(
            Math.Max(Left, outer.Left), Math.Max(Bottom, outer.Bottom), Math.Min(Right, outer.Right), Math.Min(Top, outer.Top));
        return common.HasArea ? common : outer;
    }

    /// <summary>The size as displayed.</summary>
    /// <param name="isOnItsSide">Whether it is turned by 90 or 270 degrees.</param>
    /// <param name="unit">Points of a user space unit.</param>
    public PageSize Size(bool isOnItsSide, double unit)
    {
        int width = Hundredths((Right - Left) * unit);
        int height = Hundredths((Top - Bottom) * unit);
        return isOnItsSide ? new(height, width) : new(width, height);
    }

    private static int Hundredths(double points) =>
        (int)Math.Clamp(Math.Round(points * HundredthsOfAPoint, MidpointRounding.AwayFromZero), 1, Largest);
}

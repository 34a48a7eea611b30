using MediaTokens.Adapters.LibjpegTurbo;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class OrientationTests
{
    /// <summary>Where the pixel that is displayed at a place is stored, from the table of EXIF: the place of row 0 and column 0.</summary>
    private static readonly Func<double, double, PixelSize, (double X, double Y)>[] Stored =
    [
        (x, y, _) => (x, y),
        (x, y, size) => (size.Width - x, y),
        (x, y, size) => (size.Width - x, size.Height - y),
        (x, y, size) => (x, size.Height - y),
        (x, y, _) => (y, x),
        (x, y, size) => (y, size.Height - x),
        (x, y, size) => (size.Width - y, size.Height - x),
        (x, y, size) => (size.Width - y, x),
    ];

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void All_eight_orientations_of_the_samples_come_out_upright()
    {
        for (int orientation = 1; orientation <= 8; orientation++)
        {
            byte[] source = Jpegs.Sample($"orientation/orientation-{orientation}.jpg");
            DecodedJpeg stored = Jpegs.Decode(source);
            PixelSize size = Jpegs.Header(source).Size;
            DecodedJpeg upright = Jpegs.Decode(Jpegs.Resize(source, size)!);
            Assert.Equal(size, upright.Size);
            for (int y = 0; y < size.Height; y++)
            {
                for (int x = 0; x < size.Width; x++)
                {
                    (double storedX, double storedY) = Stored[orientation - 1](x + 0.5, y + 0.5, stored.Size);
                    int expected = stored.Planes[0][(int)storedY, (int)storedX];
                    Assert.InRange(upright.Planes[0][y, x], expected - 3, expected + 3);
                }
            }
        }
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void An_image_stored_in_eight_ways_is_displayed_in_one()
    {
        PixelSize displayed = new(401, 303);
        foreach (ChromaSubsampling subsampling in Enum.GetValues<ChromaSubsampling>())
        {
            foreach (PixelSize target in (PixelSize[])[new(401, 303), new(121, 91), new(60, 45)])
            {
                for (int orientation = 2; orientation <= 8; orientation++)
                {
                    ChromaSubsampling shown = orientation >= 5 ? subsampling.Transposed() : subsampling;
                    DecodedJpeg expected = Jpegs.Decode(Jpegs.Resize(Store(displayed, shown, 1), target)!);
                    DecodedJpeg upright = Jpegs.Decode(Jpegs.Resize(Store(displayed, subsampling, orientation), target)!);
                    Assert.Equal((target, shown), (upright.Size, upright.Subsampling));
                    for (int plane = 0; plane < expected.Planes.Count; plane++)
                    {
                        Assert.InRange(Planes.LargestDifference(expected.Planes[plane], upright.Planes[plane]), 0, 4);
                    }
                }
            }
        }
    }

    /// <summary>The file of an image as a camera held in that way stores it.</summary>
    private static byte[] Store(PixelSize displayed, ChromaSubsampling subsampling, int orientation)
    {
        PixelSize size = orientation >= 5 ? new(displayed.Height, displayed.Width) : displayed;

        // Going back the way is the same orientation, except for the two quarter turns, which undo one another.
        int back = orientation switch { 6 => 8, 8 => 6, _ => orientation };
        byte[] file = Jpegs.Make(size, subsampling, (plane, x, y) =>
        {
            (double displayedX, double displayedY) = Stored[back - 1](x, y, displayed);
            return Scene(plane, displayedX, displayedY);
        });
        return ExifOf(file, orientation);
    }

    private static double Scene(int plane, double x, double y) =>
        128 + (60 * Math.Sin((x / 31) + plane)) + (50 * Math.Cos((y / 47) + (x / 90)));

    private static byte[] ExifOf(byte[] file, int orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. file[..2], .. exif, .. file[2..]];
    }
}

using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>Puts a transparent image on white.</summary>
internal static class Flattening
{
    /// <summary>A copy without transparency, with the same metadata.</summary>
    public static Image<Rgb24> OnWhite(Image<Rgba32> image)
    {
        Image<Rgb24> flattened = new(image.Configuration, image.Width, image.Height);
        flattened.Metadata.ExifProfile = image.Metadata.ExifProfile;
        flattened.Metadata.XmpProfile = image.Metadata.XmpProfile;
        flattened.Metadata.IptcProfile = image.Metadata.IptcProfile;
        image.ProcessPixelRows(flattened, (sources, targets) =>
        {
            for (int y = 0; y < sources.Height; y++)
            {
                Span<Rgba32> source = sources.GetRowSpan(y);
                Span<Rgb24> target = targets.GetRowSpan(y);
                for (int x = 0; x < source.Length; x++)
                {
                    Rgba32 pixel = source[x];
                    target[x] = new(Blend(pixel.R, pixel.A), Blend(pixel.G, pixel.A), Blend(pixel.B, pixel.A));
                }
            }
        });
        return flattened;
    }

    private static byte Blend(int value, int alpha) => (byte)(((value * alpha) + (byte.MaxValue * (byte.MaxValue - alpha)) + (byte.MaxValue / 2)) / byte.MaxValue);
}

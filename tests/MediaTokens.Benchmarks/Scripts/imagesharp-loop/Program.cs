// Usage: dotnet imagesharp-loop.dll SOURCE DESTINATION WIDTH HEIGHT jpeg|png|webp WORKERS
using System.Globalization;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

(string source, string destination) = (args[0], args[1]);
Size size = new(Parse(args[2]), Parse(args[3]));
int workers = Parse(args[5]);

Configuration configuration = Configuration.Default.Clone();
configuration.MaxDegreeOfParallelism = 1;
DecoderOptions options = new() { Configuration = configuration, TargetSize = size, Sampler = KnownResamplers.Lanczos3 };
IImageEncoder encoder = args[4] switch
{
    "jpeg" => new JpegEncoder { Quality = 80 },
    "png" => new PngEncoder(),
    _ => new WebpEncoder { Quality = 80, FileFormat = WebpFileFormatType.Lossy },
};

Parallel.ForEach(Directory.EnumerateFiles(source), new ParallelOptions { MaxDegreeOfParallelism = workers }, path =>
{
    using Image<Rgb24> image = Image.Load<Rgb24>(options, path);
    if (image.Size != size)
    {
        image.Mutate(context => context.Resize(size, KnownResamplers.Lanczos3, compand: false));
    }

    image.Save(Path.Combine(destination, Path.GetFileName(path)), encoder);
});

static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);

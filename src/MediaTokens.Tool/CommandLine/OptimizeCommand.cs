using System.CommandLine;
using MediaTokens.Imaging;
using MediaTokens.Planning;
using MediaTokens.Rules;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The command <c>optimize</c>: its options, and what they ask for.</summary>
internal sealed class OptimizeCommand
{
    public const string Examples =
        """
        Examples:
          mediatokens optimize photo.jpg --destination upload
          mediatokens optimize photos --recurse --destination upload --model gpt-5-mini
          mediatokens optimize scan.tif --destination scan.png --detail low
          mediatokens optimize photos --destination upload --max-tokens 500 --max-bytes 500KB
          mediatokens optimize photos --in-place --what-if
          find . -name "*.png" | mediatokens optimize - --destination upload --json

        Exit codes:
          0  every image was optimized, or copied where nothing would be gained
          1  an image failed, and the others were optimized; or no image engine can be used
          2  the command line, the model or the catalog make no sense
        """;

    private const int MostWorkers = 256;
    private const double LeastShrink = 0.001;
    private const double MostShrink = 0.9;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders, or wildcards in quotes. '-' reads paths from standard input, one on each line.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _destination = new("--destination")
    {
        Description = "The folder that results go to, made when it is missing; the tree below a folder that is walked is kept. Or the file for a single result.",
        HelpName = "DIR|FILE",
    };

    private readonly Option<bool> _inPlace = new("--in-place") { Description = "Put results in the places of their sources. Asks before each, unless --force is given." };

    private readonly ModelChoiceOptions _model = new("is to see the images");
    private readonly Option<string?> _detail = Choice.Create("--detail", "OpenAI's detail.", typeof(ImageDetail));

    private readonly Option<string?> _resolution = Choice.Create("--media-resolution", "Gemini's media resolution.", typeof(PartMediaResolution));

    private readonly Option<string?> _imagesPerRequest = ImagesOption.Create();

    private readonly Option<string?> _maxTokens = new("--max-tokens")
    {
        Description = "The most tokens of a result: the largest size of the same shape that costs no more.",
        HelpName = "N",
    };

    private readonly Option<bool> _trimTiles = new("--trim-tiles") { Description = "Give up a little of the size where that saves a row or a column of tiles." };

    private readonly Option<string?> _maxShrink = new("--max-shrink")
    {
        Description = "The most that --trim-tiles gives up, as a share of the linear size. [default: 0.15]",
        HelpName = "SHARE",
    };

    private readonly Option<string?> _maxBytes = new("--max-bytes")
    {
        Description = "The most bytes of a result, such as 131072, 500KB or 5MB, where a KB is 1024 bytes: first the quality is lowered, then the size. [default: the vendor's limit]",
        HelpName = "BYTES",
    };

    private readonly Option<string?> _format = Choice.Create(
        "--format", "The format of the results. [default: auto, by the pixels or by the name of a destination file]", typeof(OutputFormat), ["auto", "jpeg", "png", "webp"]);

    private readonly Option<string?> _quality = new("--quality") { Description = $"The quality of JPEG and WebP. [default: {OptimizeOptions.DefaultQuality}]", HelpName = "1-100" };

    private readonly Option<bool> _keepMetadata = new("--keep-metadata") { Description = "Keep EXIF, XMP and IPTC, the place where a photo was taken among them." };

    private readonly Option<bool> _allowPartial = new("--allow-partial") { Description = "Take damaged or incomplete images as far as they go." };

    private readonly Option<string?> _maxPixels = new("--max-pixels")
    {
        Description = $"The most pixels of a source; one that has more is refused before it is decoded. [default: {OptimizeOptions.DefaultMaxPixels}]",
        HelpName = "N",
    };

    private readonly Option<string?> _engine = Choice.Create(
        "--engine", "The engine to use; 'mediatokens engines' lists them. [default: auto, the fastest that can]", typeof(EngineChoice), ["auto", "imagesharp", "libvips", "libjpeg-turbo"]);

    private readonly Option<string?> _throttleLimit = new("--throttle-limit") { Description = "Images that are decoded at the same time. [default: the number of processors]", HelpName = "N" };

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that are there, and do not ask." };

    private readonly Option<bool> _whatIf = new("--what-if") { Description = "Write nothing, and tell what would be written." };

    private readonly Option<bool> _recurse = new("--recurse", "-r") { Description = "Walk the folders below a folder too." };

    private readonly Option<string?> _catalog = CatalogOption.Create();

    private readonly ShapeOptions _shape = new();

    public OptimizeCommand(ErrorOutput errors)
    {
        Command = new("optimize", "Shrinks images to exactly what the model will look at: the smallest upload, and no more tokens.")
        {
            _paths, _destination, _inPlace,
        };
        _model.AddTo(Command);
        foreach (Option option in (Option[])
        [
            _detail, _resolution, _imagesPerRequest, _maxTokens, _trimTiles, _maxShrink, _maxBytes, _format, _quality,
            _keepMetadata, _allowPartial, _maxPixels, _engine, _throttleLimit, _force, _whatIf, _recurse, _catalog,
        ])
        {
            Command.Add(option);
        }

        _shape.AddTo(Command);
        Command.SetAction(result => new OptimizeJob(GetRequest(result), errors).Run());
    }

    public Command Command { get; }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    private OptimizeRequest GetRequest(ParseResult result)
    {
        OptimizeRequest request = new()
        {
            Inputs = [.. result.GetValue(_paths)!.Select(path => new GivenInput(path))],
            Destination = result.GetValue(_destination),
            Model = _model.Get(result),
            Settings = GetSettings(result),
            Size = GetSize(result),
            Format = Choice.Get<OutputFormat>(result, _format) ?? OutputFormat.Auto,
            Quality = (int?)NumberText.Whole(result, _quality, most: 100) ?? OptimizeOptions.DefaultQuality,
            MaxBytes = NumberText.Bytes(result, _maxBytes),
            MaxPixels = NumberText.Whole(result, _maxPixels) ?? OptimizeOptions.DefaultMaxPixels,
            KeepMetadata = result.GetValue(_keepMetadata),
            AllowPartial = result.GetValue(_allowPartial),
            Engine = Choice.Get<EngineChoice>(result, _engine) ?? EngineChoice.Auto,
            Workers = (int?)NumberText.Whole(result, _throttleLimit, most: MostWorkers) ?? Environment.ProcessorCount,
            Force = result.GetValue(_force),
            WhatIf = result.GetValue(_whatIf),
            Recurse = result.GetValue(_recurse),
            CatalogPath = result.GetValue(_catalog),
            Shape = _shape.Get(result),
        };
        OptimizeGuard.Check(request, isInPlace: result.GetValue(_inPlace));
        return request;
    }

    private CostSettings GetSettings(ParseResult result) =>
        CostSettings.ForPart(Choice.Get<ImageDetail>(result, _detail), Choice.Get<PartMediaResolution>(result, _resolution)) with
        {
            ImagesPerRequest = ImagesOption.Get(result, _imagesPerRequest),
        };

    private SizeOptions GetSize(ParseResult result)
    {
        SizeOptions size = new() { MaxTokens = NumberText.Whole(result, _maxTokens), TrimTiles = result.GetValue(_trimTiles) };
        return NumberText.Share(result, _maxShrink, LeastShrink, MostShrink) is double share ? size with { MaxShrink = share } : size;
    }
}

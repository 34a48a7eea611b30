using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using MediaTokens.Loading;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Shrinks each image to exactly what the model will look at.</summary>
[Cmdlet(VerbsCommon.Optimize, "ImageForVision", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(OptimizedImage))]
public sealed class OptimizeImageForVisionCommand : VisionCommandBase
{
    private readonly Dictionary<(string, string?, ImageDetail?, PartMediaResolution?), ImageOptimizer> _optimizers = [];
    private EngineSet? _engines;
    private OptimizePipeline? _pipeline;

    /// <summary>The folder that results go to, or a file.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Puts results in the places of their sources.</summary>
    [Parameter]
    public SwitchParameter InPlace { get; set; }

    /// <summary>The most tokens that a result may cost.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long? MaxTokens { get; set; }

    /// <summary>Gives up a little of the size where that saves a row or a column of tiles.</summary>
    [Parameter]
    public SwitchParameter TrimTiles { get; set; }

    /// <summary>The most that -TrimTiles gives up, as a share of the linear size.</summary>
    [Parameter]
    [ValidateRange(0.001, 0.9)]
    public double MaxShrink { get; set; } = 0.15;

    /// <summary>The most bytes of a result.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long? MaxBytes { get; set; }

    /// <summary>The format of the results.</summary>
    [Parameter]
    public OutputFormat Format { get; set; }

    /// <summary>The quality of JPEG and WebP.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int Quality { get; set; } = OptimizeOptions.DefaultQuality;

    /// <summary>Keeps EXIF, XMP and IPTC.</summary>
    [Parameter]
    public SwitchParameter KeepMetadata { get; set; }

    /// <summary>Takes damaged or incomplete images as far as they go.</summary>
    [Parameter]
    public SwitchParameter AllowPartial { get; set; }

    /// <summary>The most pixels that a source may have.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long MaxPixels { get; set; } = OptimizeOptions.DefaultMaxPixels;

    /// <summary>The engine to use.</summary>
    [Parameter]
    public EngineChoice Engine { get; set; }

    /// <summary>Images that are decoded at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <summary>Overwrites files that are there, and does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            ResultPlacement placement = FindPlacement();
            _engines = EngineSet.Choose(AdapterLoader.Load().Find(), Engine);
            _pipeline = new(this, placement, ThrottleLimit, StopToken);
            // What the command line asks for must make sense; what comes with an object concerns that object alone.
            if (IsModelKnown)
            {
                Optimizer();
            }
        }
        catch (MediaException exception)
        {
            object? target = exception.Id switch
            {
                MediaErrorId.NoEngine => Engine,
                MediaErrorId.UnknownModel or MediaErrorId.SettingNotSupported or MediaErrorId.MediaTypeNotSupported => Model,
                _ => Destination,
            };
            ThrowTerminatingError(ErrorRecords.Create(exception, target));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _pipeline!.BeginRecord();
        ProcessPaths();
        _pipeline.EndRecord();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _pipeline!.Complete();

    /// <inheritdoc/>
    protected override void ProcessFile(string path)
    {
        MediaFiles.RefuseFolder(path);
        _pipeline!.Add(Optimizer(), path, walked: null);
    }

    /// <inheritdoc/>
    protected override void ProcessWalkedFile(string path, string folder)
    {
        if (!_pipeline!.Placement.Holds(path, folder))
        {
            _pipeline.Add(Optimizer(), path, folder);
        }
    }

    private ResultPlacement FindPlacement()
    {
        if (InPlace == Destination is not null)
        {
            throw new MediaException(
                MediaErrorId.DestinationMissing,
                InPlace ? "-InPlace has no -Destination." : "Nothing says where results go.",
                "Give either -Destination or -InPlace.");
        }

        return Destination is null ? ResultPlacement.InPlace(Force) : ResultPlacement.At(ResolveDestination(Destination), Force);
    }

    private ImageOptimizer Optimizer()
    {
        if (!_optimizers.TryGetValue(Key, out ImageOptimizer? optimizer))
        {
            optimizer = new(Options(), _engines!);
            _optimizers.Add(Key, optimizer);
            if (optimizer.Advice is string advice)
            {
                WriteWarning(advice);
            }
        }

        return optimizer;
    }

    private OptimizeOptions Options() => new()
    {
        Model = SelectModel(),
        Settings = Settings,
        Size = new() { MaxTokens = MaxTokens, TrimTiles = TrimTiles, MaxShrink = MaxShrink },
        Format = Format == OutputFormat.Auto && _pipeline!.Placement.Format is MediaFormat said ? Enum.Parse<OutputFormat>(said.ToString()) : Format,
        Quality = Quality,
        MaxBytes = MaxBytes,
        MaxPixels = MaxPixels,
        KeepMetadata = KeepMetadata,
        AllowPartial = AllowPartial,
    };
}

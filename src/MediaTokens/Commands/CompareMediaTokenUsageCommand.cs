using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Requests.Comparing;

namespace MediaTokens.Commands;

/// <summary>Holds what was estimated for the media of requests against what the vendors reported.</summary>
[Cmdlet(VerbsData.Compare, "MediaTokenUsage", DefaultParameterSetName = RequestSet)]
[OutputType(typeof(MediaTokenUsage))]
public sealed class CompareMediaTokenUsageCommand : PSCmdlet
{
    private const string RequestSet = "Request";
    private const string EstimateSet = "Estimate";

    // No answer is longer than that; a file that is was never one.
    private const long LongestFile = 64 << 20;

    private readonly MediaTokenUsageComparer _comparer = new();
    private int _answers;

    /// <summary>Answers: those of Invoke-VisionRequest, files of saved JSON, or JSON as a text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = new();

    /// <summary>What was sent, for saved JSON: one request for all answers, or one for each in their order.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [Requests]
    public VisionRequest[] Request { get; set; } = [];

    /// <summary>The tokens that were estimated for the media, for saved JSON.</summary>
    [Parameter(ParameterSetName = EstimateSet, Mandatory = true)]
    [ValidateRange(1, long.MaxValue)]
    public long EstimatedTokens { get; set; }

    /// <summary>What was asked, for saved JSON.</summary>
    [Parameter(ParameterSetName = EstimateSet)]
    public string? Prompt { get; set; }

    /// <summary>The model that was asked, for saved JSON.</summary>
    [Parameter(ParameterSetName = EstimateSet)]
    [ValidateNotNullOrEmpty]
    public string? Model { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        int index = _answers++;
        try
        {
            if (_comparer.Add(Usage(index)) is MediaTokenUsage usage)
            {
                WriteObject(usage);
            }
        }
        catch (MediaException exception)
        {
            WriteError(InputObject.BaseObject is FileInfo file ? ErrorRecords.ForFile(exception, file.FullName) : ErrorRecords.Create(exception, InputObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(_comparer.Results(), enumerateCollection: true);

    private ReportedUsage Usage(int index) => InputObject.BaseObject switch
    {
        VisionResponse response => ReportedUsage.Of(response),
        FileInfo file => Sent(ReportedUsage.FromJson(Read(file)), index),
        string json => Sent(ReportedUsage.FromJson(json), index),
        _ => SavedUsage.Restore(name => InputObject.Properties[name]?.Value),
    };

    private ReportedUsage Sent(ReportedUsage usage, int index)
    {
        if (ParameterSetName == EstimateSet)
        {
            return usage with { EstimatedTokens = EstimatedTokens, Prompt = Prompt, Model = Model ?? usage.Model, IsTextKnown = Prompt is not null };
        }

        return Request.Length == 0 ? usage
            : Request.Length == 1 ? usage.For(Request[0])
            : index < Request.Length ? usage.For(Request[index])
            : throw new MediaException(
                MediaErrorId.BadRequest,
                $"There are {Request.Length} requests, and this is answer {index + 1}.",
                "Give one request for all answers, or one for each.");
    }

    private static string Read(FileInfo file)
    {
        try
        {
            return file.Length <= LongestFile ? File.ReadAllText(file.FullName) : throw new MediaException(
                MediaErrorId.BadResponse, $"The file has {file.Length} bytes, more than an answer has.", "Give a file that an answer was saved to.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(
                exception is UnauthorizedAccessException ? MediaErrorId.AccessDenied : MediaErrorId.FileUnreadable,
                $"It cannot be read: {exception.Message}",
                "Check the file and your right to read it.",
                exception);
        }
    }
}

using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Tells whether a model takes a file, and what would mend it where it does not.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MediaForVision", DefaultParameterSetName = PathSet)]
[OutputType(typeof(MediaVisionTest), typeof(bool))]
public sealed class TestMediaForVisionCommand : VisionCommandBase
{
    private readonly Dictionary<(string, string?, ImageDetail?, PartMediaResolution?), VisionTester> _testers = [];

    /// <summary>Gives a Boolean for each file.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            // What the command line asks for must make sense; what comes with an object concerns that object alone.
            if (IsModelKnown)
            {
                Tester();
            }
        }
        catch (MediaException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, Model));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ProcessPaths();

    /// <inheritdoc/>
    protected override void ProcessFile(string path) => Write(Test(path));

    /// <inheritdoc/>
    protected override void ProcessWalkedFile(string path, string folder)
    {
        try
        {
            MediaVisionTest test = Test(path);
            if (test.Format is not null || FileEndings.FormatOf(path) is not null)
            {
                Write(test);
            }
        }
        catch (MediaException exception)
        {
            WriteWalkedError(exception, path);
        }
    }

    private void Write(MediaVisionTest test) => WriteObject(Quiet ? test.Acceptable : test);

    private MediaVisionTest Test(string path)
    {
        try
        {
            return Tester().Test(path, StopToken);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private VisionTester Tester()
    {
        if (!_testers.TryGetValue(Key, out VisionTester? tester))
        {
            tester = new(SelectModel(), Settings);
            _testers.Add(Key, tester);
        }

        return tester;
    }
}

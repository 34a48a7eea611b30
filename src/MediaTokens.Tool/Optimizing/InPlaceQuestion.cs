using MediaTokens.Imaging;
using MediaTokens.Tool.Output;
using Microsoft.Win32.SafeHandles;

namespace MediaTokens.Tool.Optimizing;

/// <summary>Asks the user at the terminal before a source is replaced.</summary>
internal sealed class InPlaceQuestion(ResultScreen screen, CancellationToken cancellationToken)
{
    private const string Choices = " [y]es, [n]o, [a]ll: ";

    private readonly Lazy<StreamReader> _answers = new(() => new(OpenInput()));
    private bool _isAll;

    /// <summary>Whether the user agrees.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public bool Ask(OptimizeOutcome outcome, string place)
    {
        if (_isAll)
        {
            return true;
        }

        string source = PlaceText.Of(outcome.Source);
        string other = PlaceText.IsRenamed(outcome.Source, place) ? $"{Path.GetFileName(place)}, " : "";
        string question = OneLine.Of($"Replace {source} with {other}{PlaceText.Of(outcome.Result!)}?") + Choices;
        while (true)
        {
            screen.Ask(question);
            switch (ReadAnswer()?.Trim().ToUpperInvariant())
            {
                case "Y" or "YES":
                    return true;
                case "A" or "ALL":
                    return _isAll = true;
                case "N" or "NO" or null:
                    return false;
            }
        }
    }

    // By itself, so that Ctrl+C does not wait for an answer.
    private string? ReadAnswer()
    {
        try
        {
            return Task.Factory.StartNew(_answers.Value.ReadLine, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            screen.Ask(Environment.NewLine);
            throw;
        }
    }

    // The console's own stream edits the line itself, and echoes it to an output that may be redirected.
    private static Stream OpenInput() => OperatingSystem.IsWindows()
        ? Console.OpenStandardInput()
        : new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
}

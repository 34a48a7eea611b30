using System.Text;

namespace MediaTokens.Tool.Output;

/// <summary>Keeps the progress out of the way of whatever else goes to the same terminal.</summary>
internal sealed class ResultScreen(ErrorOutput errors, ProgressBar progress)
{
    public ProgressBar Progress => progress;

    /// <summary>Writes a failure.</summary>
    public void Fail(string subject, MediaException exception) => Write(() => errors.Write(subject, exception));

    /// <summary>Writes a warning.</summary>
    public void Warn(string subject, string warning) => Write(() => errors.Warn(subject, warning));

    /// <summary>Writes a question, and leaves the cursor behind it.</summary>
    public void Ask(string question) => Write(() =>
    {
        using Stream terminal = Console.OpenStandardError();
        terminal.Write(Encoding.UTF8.GetBytes(question));
    });

    /// <summary>Writes anything.</summary>
    public void Write(Action write)
    {
        progress.Hide();
        write();
    }
}

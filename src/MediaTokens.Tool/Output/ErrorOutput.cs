using System.Text;

namespace MediaTokens.Tool.Output;

/// <summary>Writes failures and warnings to standard error, each on one line: what it is about, what is wrong; of a failure also its id and what to do.</summary>
internal sealed class ErrorOutput(Stream stream)
{
    private const string Tool = "mediatokens";

    /// <summary>What a failure is about, what is wrong, its id, and what to do.</summary>
    public static string Describe(string subject, MediaException exception) =>
        $"{subject}: {ToolWords.Translate(exception.Message)} [{exception.Id}] {ToolWords.Translate(exception.RecommendedAction)}";

    public void Write(string subject, MediaException exception) => Write(Describe(subject, exception));

    /// <summary>Writes what a user should know of a file or a model that did not fail.</summary>
    public void Warn(string subject, string warning) => WriteLine($"{Tool}: {subject}: {ToolWords.Translate(warning)}");

    public void Write(string message) => WriteLine($"{Tool}: {message}");

    private void WriteLine(string line)
    {
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(OneLine.Of(line) + Environment.NewLine));
        }
        catch (IOException)
        {
            // Nobody reads it, and there is nowhere else to say so.
        }
    }
}

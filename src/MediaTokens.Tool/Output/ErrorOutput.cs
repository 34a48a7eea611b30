using System.Text;

namespace MediaTokens.Tool.Output;

/// <summary>Writes failures to standard error, each on one line: what it is about, what is wrong, its id, what to do.</summary>
internal sealed class ErrorOutput(Stream stream)
{
    private const string Tool = "mediatokens";

    public void Write(string subject, MediaException exception) =>
        WriteLine($"{Tool}: {subject}: {exception.Message} [{exception.Id}] {ToolWords.Translate(exception.RecommendedAction)}");

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

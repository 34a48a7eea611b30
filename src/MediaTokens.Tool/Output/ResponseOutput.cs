using System.Globalization;
using System.Text;
using MediaTokens.Tool.Sending;

namespace MediaTokens.Tool.Output;

/// <summary>Writes answers.</summary>
internal abstract class ResponseOutput
{
    public abstract void Write(VisionResponse response);
}

/// <summary>Writes the text of each answer, and its tokens on one line below.</summary>
internal sealed class ResponseText(Stream output) : ResponseOutput
{
    private bool _isFirst = true;

    public override void Write(VisionResponse response)
    {
        StringBuilder text = new(_isFirst ? "" : Environment.NewLine);
        _isFirst = false;
        if (response.Text.Length > 0)
        {
            text.Append(Lines(response.Text)).Append(Environment.NewLine);
        }

        text.Append(Tokens(response)).Append(Environment.NewLine);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Tokens(VisionResponse response) => OneLine.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{(response.Items.Length > 0 ? RequestName.Of(response) + ": " : "")}{response.Model}, {response.EstimatedTokens} tokens estimated, {Reported(response)} reported, difference {Number(response.Difference)}"));

    // The difference is that of the media alone where the vendor tells the text apart.
    private static string Reported(VisionResponse response) => response.TextTokens is null
        ? Number(response.PromptTokens)
        : $"{Number(response.PromptTokens)} (text {Number(response.TextTokens)})";

    private static string Number(long? tokens) => tokens?.ToString(CultureInfo.InvariantCulture) ?? "unknown";

    // What a model says is not to steer the terminal; its lines and tabs stay.
    private static string Lines(string text) => string.Join(
        Environment.NewLine,
        text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(OneLine.Of))));
}

/// <summary>Writes each answer as a line of JSON or of comma-separated values.</summary>
internal sealed class ResponseLines(Stream output, OutputShape shape) : ResponseOutput
{
    private readonly RecordLines<VisionResponse> _lines = new(output, shape, ResponseFields.Write, new());

    public override void Write(VisionResponse response) => _lines.Write(response);
}

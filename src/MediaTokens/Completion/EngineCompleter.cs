using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using MediaTokens.Imaging;

namespace MediaTokens.Completion;

/// <summary>Completes the names of image engines, without loading any.</summary>
public sealed class EngineCompleter : IArgumentCompleter
{
    private static readonly string[] Names = [EngineNames.ImageSharp, EngineNames.Libvips, EngineNames.LibjpegTurbo];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? "").Trim('\'', '"');
        return Names.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(name => new CompletionResult(name));
    }
}

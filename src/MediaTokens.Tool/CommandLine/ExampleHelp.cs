using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The usual help, with examples below it.</summary>
internal sealed class ExampleHelp(HelpAction help, IReadOnlyDictionary<Command, string> examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out string? text))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text);
        }

        return exitCode;
    }
}

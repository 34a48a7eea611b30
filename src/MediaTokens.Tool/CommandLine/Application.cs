using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MediaTokens.Catalog;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Runs one command line and turns whatever happens into an exit code.</summary>
internal static class Application
{
    private const string Examples =
        """
        Examples:
          mediatokens cost photos --recurse --model gpt-4o,gpt-5-mini
          mediatokens compare photos --recurse
          mediatokens optimize photos --recurse --destination upload
          mediatokens request photo.jpg --prompt "What's in this image?"
          mediatokens send photo.jpg --prompt "What's in this image?"
          mediatokens models "gemini-*"
          mediatokens engines

        'mediatokens COMMAND --help' shows the options and the exit codes of a command.
        """;

    // Whatever its first character, an argument is what it is: a file may be called @2x.png.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // In the order of the help.
    private static readonly string[] Commands = ["cost", "compare", "optimize", "request", "send", "models", "engines"];

    public static int Run(string[] arguments)
    {
        Preload(arguments);
        ErrorOutput errors = new(Console.OpenStandardError());
        try
        {
            return Invoke(arguments, errors);
        }
        catch (UsageException exception)
        {
            errors.Write(exception.Message);
            errors.Write($"'mediatokens {(IsCommand(arguments) ? arguments[0] + " " : "")}--help' shows how it is used.");
            return ExitCode.Usage;
        }
        catch (BrokenPipeException)
        {
            return ExitCode.BrokenPipe;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            errors.Write(exception.Message);
            return ExitCode.Failure;
        }
    }

    private static int Invoke(string[] arguments, ErrorOutput errors)
    {
        Command root = CreateRoot(arguments, errors);
        ParseResult result = root.Parse(arguments, Parsing);
        if (arguments.Length == 0)
        {
            root.Parse(["--help"], Parsing).Invoke();
            return ExitCode.Usage;
        }

        if (result.Action is ParseErrorAction || result.Action is null)
        {
            throw new UsageException(result.Errors.Count > 0 ? result.Errors[0].Message : "No command is given.");
        }

        Arguments.RefuseUnknownOptions(result);
        return result.Invoke(new() { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Creates the command that is asked for; all of them where none is, since the help lists them.</summary>
    private static Command CreateRoot(string[] arguments, ErrorOutput errors)
    {
        HelpOption help = new();
        // Not a root command, which would go by the name of the program's file.
        Command root = new("mediatokens", "Tells from their headers what images, videos and PDF documents cost on vision models, in tokens and in money, and which model is cheapest; shrinks images to what the models look at; and makes requests of them. Only 'send' sends anything.")
        {
            help, new VersionOption(),
        };
        Dictionary<Command, string> examples = new() { [root] = Examples };
        foreach (string name in IsCommand(arguments) ? arguments[..1] : Commands)
        {
            (Command command, string text) = Create(name, errors);
            root.Add(command);
            examples.Add(command, text);
        }

        help.Action = new ExampleHelp((HelpAction)help.Action!, examples);
        return root;
    }

    private static (Command Command, string Examples) Create(string name, ErrorOutput errors) => name switch
    {
        "cost" => (new CostCommand(errors).Command, CostCommand.Examples),
        "compare" => (new CompareCommand(errors).Command, CompareCommand.Examples),
        "optimize" => (new OptimizeCommand(errors).Command, OptimizeCommand.Examples),
        "request" => (new RequestCommand(errors).Command, RequestCommand.Examples),
        "send" => (new SendCommand(errors).Command, SendCommand.Examples),
        "models" => (new ModelsCommand(errors).Command, ModelsCommand.Examples),
        _ => (new EnginesCommand().Command, EnginesCommand.Examples),
    };

    private static bool IsCommand(string[] arguments) => arguments.Length > 0 && Commands.Contains(arguments[0]);

    /// <summary>Reads the catalog while the command line is parsed. A failure comes up again where it matters.</summary>
    private static void Preload(string[] arguments)
    {
        if (arguments is ["cost" or "compare" or "models" or "optimize" or "request" or "send", ..])
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => _ = ModelCatalog.Default, null);
        }
    }
}

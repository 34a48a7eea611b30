using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MediaTokens.Catalog;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Runs one command line and turns whatever happens into an exit code.</summary>
internal static class Application
{
    // Whatever its first character, an argument is what it is: a file may be called @2x.png.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

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
            errors.Write($"'mediatokens {(arguments is ["models", ..] ? "models" : "cost")} --help' shows how it is used.");
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
        Command root = CreateRoot(errors);
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

    private static Command CreateRoot(ErrorOutput errors)
    {
        CostCommand cost = new(errors);
        ModelsCommand models = new(errors);
        HelpOption help = new();
        // Not a root command, which would go by the name of the program's file.
        Command root = new("mediatokens", "Tells what images cost in tokens on vision models. Only headers are read; nothing is decoded or sent.")
        {
            cost.Command, models.Command, help, new VersionOption(),
        };
        help.Action = new ExampleHelp((HelpAction)help.Action!, new Dictionary<Command, string>
        {
            [root] = CostCommand.Examples,
            [cost.Command] = CostCommand.Examples,
            [models.Command] = ModelsCommand.Examples,
        });
        return root;
    }

    /// <summary>Reads the catalog while the command line is parsed. A failure comes up again where it matters.</summary>
    private static void Preload(string[] arguments)
    {
        if (arguments is ["cost" or "models", ..])
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => _ = ModelCatalog.Default, null);
        }
    }
}

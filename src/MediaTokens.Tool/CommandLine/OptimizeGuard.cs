using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Refuses options of <c>optimize</c> that do not go together.</summary>
internal static class OptimizeGuard
{
    /// <exception cref="UsageException">They do not go together, or one is missing.</exception>
    public static void Check(OptimizeRequest request, bool isInPlace)
    {
        string? refusal = request switch
        {
            { Inputs.Count: 0 } => "No PATH is given: name files or folders, or '-' for paths from standard input.",
            { Destination: null } when !isInPlace => "Nothing says where results go: give --destination DIR or FILE, or --in-place.",
            { Destination: not null } when isInPlace => "--destination and --in-place exclude each other.",
            { Destination: "" } => "--destination needs the name of a folder or a file.",
            { WhatIf: true, Shape: not OutputShape.Table } => "--what-if tells its sentences without --json and --csv.",
            { Force: false, WhatIf: false } when isInPlace && !CanAsk(request) =>
                "--in-place asks before it replaces a file, and here nobody can answer: give --force, or --what-if to see what it would do.",
            _ => null,
        };
        if (refusal is not null)
        {
            throw new UsageException(refusal);
        }
    }

    // Where paths come from standard input, answers cannot.
    private static bool CanAsk(OptimizeRequest request) =>
        !Console.IsInputRedirected && !Console.IsErrorRedirected && !request.Inputs.Any(input => input.Path == InputReader.StandardInput);
}

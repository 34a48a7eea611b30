namespace MediaTokens.Tool.Output;

/// <summary>What the terminal is like, where there is one.</summary>
internal static class Terminal
{
    private const int DefaultWidth = 80;

    /// <summary>Characters on a line.</summary>
    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and int width ? width : DefaultWidth;
            }
            catch (IOException)
            {
                return DefaultWidth;
            }
        }
    }

    /// <summary>Whether it takes no escape sequences.</summary>
    public static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Where progress goes: to standard error, if it is a terminal on which no lines for programs appear.</summary>
    public static Stream OpenForProgress(OutputShape shape) =>
        Console.IsErrorRedirected || IsDumb || (shape != OutputShape.Table && !Console.IsOutputRedirected) ? Stream.Null : Console.OpenStandardError();
}

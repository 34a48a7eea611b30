namespace MediaTokens.Tool.Output;

/// <summary>Says in the options of this tool what a failure recommends in the parameters of the cmdlets.</summary>
internal static class ToolWords
{
    private static readonly (string Cmdlet, string Tool)[] Words =
    [
        ("Get-MediaTokenModel or 'mediatokens models'", "'mediatokens models'"),
        ("Get-MediaTokenModel", "'mediatokens models'"),
        (" -PartMediaResolution", " --part-media-resolution"),
        (" -MediaResolution", " --media-resolution"),
        (" -Detail", " --detail"),
    ];

    public static string Translate(string action) =>
        Words.Aggregate(action, (text, word) => text.Replace(word.Cmdlet, word.Tool, StringComparison.Ordinal));
}

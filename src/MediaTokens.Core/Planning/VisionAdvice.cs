using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>Says what would mend a file that a vendor refuses: a command where one can, otherwise advice.</summary>
internal sealed class VisionAdvice(SelectedModel model, CostSettings settings)
{
    /// <param name="path">The file's absolute path.</param>
    /// <param name="item">The file.</param>
    /// <param name="renameIsEnough">Whether its name is all that is wrong.</param>
    /// <param name="isDamaged">Whether it is damaged.</param>
    /// <param name="change">What would mend a setting that its kind of media does not have; null where none is wrong.</param>
    public string For(string path, MediaItem item, bool renameIsEnough, bool isDamaged, string? change)
    {
        MediaFormat format = item.Header!.Value.Format;
        if (renameIsEnough)
        {
            return $"Rename-Item -LiteralPath {Quote(path)} -NewName {Quote(FileEndings.Name(Path.GetFileName(path), format))}";
        }

        return item.MediaType switch
        {
            _ when !model.Row.Family.Media.Contains(item.MediaType) => SelectedModel.NotTaken(model.Name, model.Row, item.MediaType).RecommendedAction,
            MediaType.Video or MediaType.Pdf when change is not null => change,

            // What is converted tells how long it plays, too.
            MediaType.Video when !model.Row.Family.Formats.Contains(format) || item.Header.Value.Video!.Duration is null => HeaderError.ConvertVideo,
            MediaType.Video => "Send a shorter clip, at a lower media resolution, or in several parts.",
            MediaType.Pdf => "Split it, and send the parts one by one.",
            _ => $"Optimize-ImageForVision -LiteralPath {Quote(path)} -Destination upload -Model {(IsPlain(model.Name) ? model.Name : Quote(model.Name))}{Setting()}{(isDamaged ? " -AllowPartial" : "")}",
        };
    }

    private string Setting() => settings.Detail is ImageDetail detail ? $" -Detail {detail}"
        : (settings.PartMediaResolution ?? (PartMediaResolution?)settings.MediaResolution) is PartMediaResolution resolution ? $" -MediaResolution {resolution}" : "";

    private static bool IsPlain(string text) => text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '/');

    // PowerShell takes a typographic quotation mark for a plain one.
    private static string Quote(string text) =>
        $"'{string.Concat(text.Select(character => character is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B' ? $"{character}{character}" : $"{character}"))}'";
}

using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>The programs that take many times as long: each gets the names of the files, or the folder where it takes one.</summary>
internal static class SlowPeers
{
    public static IEnumerable<Peer> Find(string folder)
    {
        string[] names = [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        yield return Make("vipsheader", new("vipsheader", names), folder);
        yield return Make("gm identify -ping", new("gm", ["identify", "-ping", .. names]), folder);
        yield return Make("exiftool -fast2", new("exiftool", "-fast2", "-q", "-T", "-ImageSize", "."), folder);
        yield return Executables.IsInstalled("magick")
            ? Make("ImageMagick identify -ping", new("magick", ["identify", "-ping", .. names]), folder)
            : Make("ImageMagick identify -ping", new("identify", ["-ping", .. names]), folder);
    }

    private static Peer Make(string name, Command command, string folder) =>
        new(name, Executables.IsInstalled(command.Program) ? command with { Folder = folder } : null);
}

using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Another program for the same purpose.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Command">How it is started over the corpus; null where it is not installed.</param>
internal sealed record Peer(string Name, Command? Command);

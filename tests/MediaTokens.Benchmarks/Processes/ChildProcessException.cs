namespace MediaTokens.Benchmarks.Processes;

/// <summary>A program could not be started, or did not end well.</summary>
internal sealed class ChildProcessException(string message, Exception? inner = null) : Exception(message, inner);

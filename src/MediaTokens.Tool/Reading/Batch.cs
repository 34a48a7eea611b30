using System.Buffers;
using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Reading;

/// <summary>A few inputs that one worker reads in a row, and what came of them. Batches are used again and again.</summary>
internal sealed class Batch
{
    public List<MediaInput> Inputs { get; } = [];

    /// <summary>What was read, for an output that counts it itself.</summary>
    public List<MediaItem> Items { get; } = [];

    /// <summary>The costs, for an output that lays them out.</summary>
    public List<(MediaInput Input, MediaTokenCost Cost)> Rows { get; } = [];

    /// <summary>The costs as text, for an output of one line for each.</summary>
    public ArrayBufferWriter<byte> Text { get; } = new();

    /// <summary>The failures, in order.</summary>
    public List<Failure> Failures { get; } = [];

    public bool IsDone { get; set; }

    public void Clear()
    {
        Inputs.Clear();
        Items.Clear();
        Rows.Clear();
        Text.ResetWrittenCount();
        Failures.Clear();
        IsDone = false;
    }
}

/// <summary>One failure.</summary>
/// <param name="Position">The length of the batch's output before it.</param>
/// <param name="Subject">The path as given, or the size.</param>
/// <param name="Exception">What went wrong.</param>
internal sealed record Failure(int Position, string Subject, MediaException Exception);

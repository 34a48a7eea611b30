using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Output;

/// <summary>Tells what became of each image.</summary>
internal abstract class OptimizeOutput
{
    /// <summary>Takes an image that is written.</summary>
    public abstract void Add(MediaInput input, OptimizedImage image);

    /// <summary>Writes what was kept back.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Writes what comes after the last image.</summary>
    /// <param name="failures">Inputs that failed.</param>
    /// <param name="declined">Sources that the user left as they are.</param>
    public virtual void Complete(long failures, long declined)
    {
    }
}

/// <summary>Writes each image as a line of JSON or of comma-separated values.</summary>
internal sealed class OptimizedLines(Stream output, OutputShape shape, ResultScreen screen) : OptimizeOutput
{
    private readonly RecordLines<OptimizedImage> _lines = new(output, shape, OptimizedFields.Write, new());

    public override void Add(MediaInput input, OptimizedImage image) => screen.Write(() => _lines.Write(image));
}

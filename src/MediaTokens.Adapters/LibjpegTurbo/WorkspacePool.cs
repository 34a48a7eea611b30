using System.Collections.Concurrent;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>Keeps workspaces for the next image: fresh memory for every photograph would cost a millisecond each.</summary>
/// <param name="library">What workspaces are made for.</param>
/// <remarks>They are only weakly held, so that the garbage collector takes those of an idle engine.</remarks>
internal sealed class WorkspacePool(TurboJpegLibrary library)
{
    /// <summary>A workspace that holds more bytes than this is not kept: the planes of 20 megapixels.</summary>
    private const int LargestKept = 32 << 20;

    private readonly ConcurrentBag<WeakReference<Workspace>> _idle = [];

    /// <summary>A workspace for one thread, to be given back.</summary>
    public Workspace Rent()
    {
        while (_idle.TryTake(out WeakReference<Workspace>? reference))
        {
            if (reference.TryGetTarget(out Workspace? workspace))
            {
                return workspace;
            }
        }

        return new Workspace(library);
    }

    /// <summary>Takes a workspace back.</summary>
    public void Return(Workspace workspace)
    {
        if (workspace.Held > LargestKept || _idle.Count >= Environment.ProcessorCount)
        {
            workspace.Dispose();
            return;
        }

        _idle.Add(new WeakReference<Workspace>(workspace));
    }
}

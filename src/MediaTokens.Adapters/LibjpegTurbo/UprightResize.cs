namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>Resamples the planes of an image, and turns them upright by its orientation.</summary>
/// <remarks>
/// An EXIF orientation is a mirroring of either axis and then, from 5 on, rows becoming columns
/// (CIPA DC-008, "Orientation"). Mirroring is done by the weights, which keeps chroma samples exactly where they belong
/// when the width is odd; the small planes are then transposed.
/// </remarks>
internal static class UprightResize
{
    /// <summary>Makes the upright planes.</summary>
    /// <param name="decoded">The image as stored.</param>
    /// <param name="stored">Its size before it was scaled down in decoding, in pixels.</param>
    /// <param name="target">The size wanted, in pixels as stored.</param>
    /// <param name="orientation">1 to 8.</param>
    /// <param name="workspace">The memory; the upright planes lie in it too.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static PlaneSet Apply(
        DecodedPlanes decoded,
        PixelSize stored,
        PixelSize target,
        int orientation,
        Workspace workspace,
        CancellationToken cancellationToken)
    {
        bool transposed = orientation >= 5;
        PlaneSet resampled = new(workspace.Resampled, target, decoded.Planes.Subsampling);
        double scaleX = stored.Width / (decoded.Divisor * target.Width);
        double scaleY = stored.Height / (decoded.Divisor * target.Height);
        for (int i = 0; i < resampled.Count; i++)
        {
            Plane source = decoded.Planes[i];
            Plane plane = resampled[i];
            double extentX = (double)target.Width / resampled.Subsampling.ColumnsPerSample(i);
            double extentY = (double)target.Height / resampled.Subsampling.RowsPerSample(i);
            LanczosWeights columns = workspace.Weights.Get(new(source.Width, plane.Width, scaleX, extentX, orientation is 2 or 3 or 7 or 8));
            LanczosWeights rows = workspace.Weights.Get(new(source.Height, plane.Height, scaleY, extentY, orientation is 3 or 4 or 6 or 7));
            PlaneResampler.Resample(source, plane, columns, rows, workspace.Row, cancellationToken);
        }

        return transposed ? Transpose(resampled, workspace.Turned) : resampled;
    }

    private static PlaneSet Transpose(PlaneSet planes, NativeBuffer result)
    {
        PlaneSet transposed = new(result, new(planes.Size.Height, planes.Size.Width), planes.Subsampling.Transposed());
        for (int i = 0; i < planes.Count; i++)
        {
            PlaneTransposer.Transpose(planes[i], transposed[i]);
        }

        return transposed;
    }
}

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>
/// What resampling does along one axis of a plane. Everything is in the units of the plane's samples, whose extent along the image
/// may end with a fraction of a sample: 1001 pixels are 500.5 samples of 2 pixels each, held in 501.
/// </summary>
/// <param name="Source">Samples there are.</param>
/// <param name="Target">Samples to be made.</param>
/// <param name="Scale">Samples of the source to one of the target.</param>
/// <param name="Extent">The image's extent in samples of the target.</param>
/// <param name="Flipped">Whether the result runs backwards.</param>
internal readonly record struct ResampledAxis(int Source, int Target, double Scale, double Extent, bool Flipped)
{
    /// <summary>Whether every sample stays as it is.</summary>
    public bool IsIdentity => Source == Target && Scale == 1 && !Flipped;

    /// <summary>Where the middle of a sample of the target lies in the source, where 0 is the middle of the first sample.</summary>
    public double Center(int index)
    {
        double middle = index + 0.5;
        return ((Flipped ? Extent - middle : middle) * Scale) - 0.5;
    }
}

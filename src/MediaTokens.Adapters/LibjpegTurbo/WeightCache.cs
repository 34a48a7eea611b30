namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>The weights that were used last: both chroma planes have the same, and so have most photographs of a folder.</summary>
internal sealed class WeightCache
{
    // Luma and chroma, each along rows and columns, of two shapes of image upright and turned.
    private const int MostKept = 16;

    private readonly Dictionary<ResampledAxis, LanczosWeights> _weights = [];

    /// <summary>The weights for an axis.</summary>
    public LanczosWeights Get(ResampledAxis axis)
    {
        if (_weights.TryGetValue(axis, out LanczosWeights? weights))
        {
            return weights;
        }

        if (_weights.Count == MostKept)
        {
            _weights.Clear();
        }

        weights = new(axis);
        _weights.Add(axis, weights);
        return weights;
    }
}

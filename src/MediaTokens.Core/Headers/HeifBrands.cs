namespace MediaTokens.Headers;

/// <summary>What the brands of an ISO media file say about it.</summary>
/// <param name="IsHeif">Some image or image sequence, whatever its coding.</param>
/// <param name="IsHevc">Images in HEVC.</param>
/// <param name="IsAv1">Images in AV1.</param>
/// <param name="IsSequence">A sequence of images.</param>
internal readonly record struct HeifBrands(bool IsHeif, bool IsHevc, bool IsAv1, bool IsSequence)
{
    public static HeifBrands operator |(HeifBrands left, HeifBrands right) => new(
        left.IsHeif || right.IsHeif,
        left.IsHevc || right.IsHevc,
        left.IsAv1 || right.IsAv1,
        left.IsSequence || right.IsSequence);

    public static HeifBrands Of(uint brand) => brand switch
    {
        0x61766966 => new(true, false, true, false), // avif
        0x61766973 => new(true, false, true, true), // avis
        0x68656963 or 0x68656978 or 0x6865696D or 0x68656973 => new(true, true, false, false), // heic heix heim heis
        0x68657663 or 0x68657678 or 0x6865766D or 0x68657673 => new(true, true, false, true), // hevc hevx hevm hevs
        0x6D696631 => new(true, false, false, false), // mif1
        0x6D736631 => new(true, false, false, true), // msf1
        _ => default,
    };
}

namespace MediaTokens.Imaging;

/// <summary>An ICC colour profile.</summary>
public sealed class ColorProfile
{
    private readonly byte[] _bytes;

    private ColorProfile(byte[] bytes) => _bytes = bytes;

    /// <summary>The profile as embedded.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;
}

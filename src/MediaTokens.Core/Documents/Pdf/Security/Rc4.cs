namespace MediaTokens.Documents.Pdf.Security;

/// <summary>The stream cipher RC4, which undoes what it does (RFC 6229 has its test vectors).</summary>
internal static class Rc4
{
    /// <summary>Encrypts or decrypts.</summary>
    /// <param name="key">1 to 256 bytes.</param>
    /// <param name="bytes">Are changed.</param>
    public static void Apply(ReadOnlySpan<byte> key, Span<byte> bytes)
    {
        Span<byte> state = stackalloc byte[256];
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = (byte)i;
        }

        byte j = 0;
        for (int i = 0; i < state.Length; i++)
        {
            j += (byte)(state[i] + key[i % key.Length]);
            (state[i], state[j]) = (state[j], state[i]);
        }

        byte k = 0;
        j = 0;
        foreach (ref byte value in bytes)
        {
            j += state[++k];
            (state[k], state[j]) = (state[j], state[k]);
            value ^= state[(byte)(state[k] + state[j])];
        }
    }
}

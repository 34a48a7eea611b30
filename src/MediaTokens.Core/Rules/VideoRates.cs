namespace MediaTokens.Rules;

/// <summary>What a second of video costs besides its frames.</summary>
/// <param name="AudioTokensPerSecond">Tokens for a second of sound.</param>
/// <param name="MaximumAudioTokensPerSecond">The most that any of the vendor's pages says of it.</param>
/// <param name="MaximumFrameOverhead">The most tokens that timestamps and wrapping may add to a frame.</param>
public sealed record VideoRates(int AudioTokensPerSecond, int MaximumAudioTokensPerSecond, int MaximumFrameOverhead);

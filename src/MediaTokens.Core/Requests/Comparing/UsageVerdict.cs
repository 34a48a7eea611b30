namespace MediaTokens;

/// <summary>Whether an estimate and a bill agree.</summary>
public enum UsageVerdict
{
    /// <summary>The vendor counted what was estimated.</summary>
    Match,

    /// <summary>The rest can all be text; whether it is, this request alone, or requests of one estimate, cannot tell.</summary>
    TextOnly,

    /// <summary>The vendor counted something else.</summary>
    Off,

    /// <summary>Nothing can be compared: the vendor reported nothing, or not of the same, or not all of the media was counted.</summary>
    Unknown,
}

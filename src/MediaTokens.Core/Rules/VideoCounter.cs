using System.Globalization;
using static System.FormattableString;

namespace MediaTokens.Rules;

/// <summary>Counts videos at one media resolution: sampled frames, and sound on top.</summary>
/// <remarks>Source: Google, Media resolution, Token counts; Video understanding. All of it is approximate by the vendor's own word.</remarks>
public sealed class VideoCounter
{
    private readonly PartMediaResolution _level;
    private readonly int _perFrame;
    private readonly VideoRates _rates;
    private readonly BilledCount? _billed;
    private readonly CountBasis _basis;

    internal VideoCounter(PartMediaResolution level, int perFrame, VideoRates rates, BilledCount? grid, CountBasis basis)
    {
        (_level, _perFrame, _rates, _billed, _basis) = (level, perFrame, rates, grid, basis);
    }

    /// <summary>The media resolution as resolved.</summary>
    public string Setting => _level.ToString();

    /// <summary>The documented tokens of a second of video.</summary>
    /// <param name="framesPerSecond">Frames that are sampled in a second.</param>
    /// <param name="hasAudio">Whether sound is sent too.</param>
    internal decimal TokensPerSecond(decimal framesPerSecond, bool hasAudio) =>
        (framesPerSecond * _perFrame) + (hasAudio ? _rates.AudioTokensPerSecond : 0);

    /// <summary>Counts a clip.</summary>
    /// <param name="size">The size of its pictures, in pixels, as displayed.</param>
    /// <param name="clip">What is sent.</param>
    public TokenCount Count(PixelSize size, VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        long audio = Audio(clip, _rates.AudioTokensPerSecond);
        long documented = (clip.Frames * _perFrame) + audio;
        int grid = _billed is null ? _perFrame : BilledCount.GridTokens(size, _perFrame);
        long billed = (clip.Frames * grid) + audio;
        bool isBilled = _billed?.Decides(_level, _basis) == true;
        int perFrame = isBilled ? grid : _perFrame;
        string calculation = Working(clip, perFrame);
        string beside = _billed is null ? ""
            : isBilled ? Invariant($" (documented {documented})")
            : Invariant($"; billed {Working(clip, grid)} = {billed}");
        return new()
        {
            Columns = 1,
            Rows = 1,
            Units = clip.Frames,
            TokensPerUnit = perFrame,
            BaseTokens = audio,
            Tokens = isBilled ? billed : documented,
            DocumentedTokens = documented,
            BilledTokens = _billed is null ? null : billed,
            MinTokens = (clip.LeastFrames * Math.Min(grid, _perFrame)) + audio,
            MaxTokens = (clip.MostFrames * (Math.Max(grid, _perFrame) + (long)_rates.MaximumFrameOverhead)) + Audio(clip, _rates.MaximumAudioTokensPerSecond),
            IsEstimate = true,
            Basis = isBilled ? CountBasis.Billed : CountBasis.Documented,
            Calculation = calculation,
            Explanation = $"{size}, {Describe(clip)} at {_level}, {Rate(clip)}: {calculation} = {(isBilled ? billed : documented).ToString(CultureInfo.InvariantCulture)}{beside}",
        };
    }

    private static string Describe(VideoClip clip) => clip.Length == clip.Duration
        ? VideoClip.Seconds(clip.Duration)
        : $"{VideoClip.Seconds(clip.Start)} to {VideoClip.Seconds(clip.End)} of {VideoClip.Seconds(clip.Duration)}";

    private static string Rate(VideoClip clip) =>
        Invariant($"{clip.FramesPerSecond:0.####} {(clip.FramesPerSecond == 1 ? "frame" : "frames")} a second");

    private string Working(VideoClip clip, int perFrame)
    {
        string frames = Invariant($"{clip.Frames} {(clip.Frames == 1 ? "frame" : "frames")} x {perFrame}");
        return clip.HasAudio ? $"{frames} + {VideoClip.Seconds(clip.Length)} of sound x {_rates.AudioTokensPerSecond.ToString(CultureInfo.InvariantCulture)}" : frames;
    }

    // The tokens of a part of a second count as a whole one: 32.003 a second were measured at 32.
    private static long Audio(VideoClip clip, int perSecond) =>
        clip.HasAudio ? (long)decimal.Ceiling((decimal)clip.Length.Ticks * perSecond / TimeSpan.TicksPerSecond) : 0;
}

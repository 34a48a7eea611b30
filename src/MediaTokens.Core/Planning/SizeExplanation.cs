using System.Globalization;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>The sizes through which a plan came to its target.</summary>
/// <param name="Source">The image's own size.</param>
/// <param name="Allowed">The largest size of the shape that is taken and costs no more than allowed.</param>
/// <param name="Wanted">What the service makes of the size allowed, or what the catalog's edge does.</param>
/// <param name="Fitted">The size wanted, or another where that would cost more.</param>
/// <param name="Target">What is left after trimming.</param>
/// <param name="Scaled">What the service makes of the size allowed; null where the vendor does not tell.</param>
internal readonly record struct SizeSteps(
    PixelSize Source, PixelSize Allowed, PixelSize Wanted, PixelSize Fitted, PixelSize Target, PixelSize? Scaled);

/// <summary>Puts a plan into one line.</summary>
/// <param name="model">The model at its setting.</param>
/// <param name="maxTokens">The most tokens that the user allows.</param>
/// <param name="edge">The edge that the catalog gives for an upload, in pixels.</param>
internal sealed class SizeExplanation(string model, long? maxTokens, int? edge)
{
    /// <summary>The line for one plan.</summary>
    public string Of(in SizeSteps steps, TokenCount? before, TokenCount after)
    {
        string tokens = before is null ? string.Create(CultureInfo.InvariantCulture, $"{after.Tokens} tokens, while the source is refused")
            : steps.Target == steps.Source ? string.Create(CultureInfo.InvariantCulture, $"{after.Tokens} tokens")
            : before.Tokens == after.Tokens ? string.Create(CultureInfo.InvariantCulture, $"{after.Tokens} tokens before and after")
            : string.Create(CultureInfo.InvariantCulture, $"{before.Tokens} tokens before, {after.Tokens} after");
        string sizes = steps.Target == steps.Source ? $"{steps.Source} stays" : $"{steps.Source} -> {steps.Target}";
        string trimmed = steps.Target == steps.Fitted ? ""
            : string.Create(CultureInfo.InvariantCulture, $"trimmed to {after.Columns}x{after.Rows} tiles from {steps.Fitted}, ");
        return $"{sizes}, {trimmed}{Reason(steps)}: {tokens}";
    }

    private string Reason(in SizeSteps steps)
    {
        if (steps.Allowed != steps.Source)
        {
            string within = maxTokens is null ? "" : string.Create(CultureInfo.InvariantCulture, $" within MaxTokens {maxTokens}");
            return $"the largest of its shape that {model} takes{within}";
        }

        if (steps.Fitted != steps.Wanted)
        {
            return steps.Fitted == steps.Source
                ? $"since {steps.Wanted} would cost more on {model}"
                : $"the largest below {steps.Wanted} that costs no more on {model}";
        }

        return steps.Scaled == steps.Wanted ? $"the size {model} looks at"
            : steps.Scaled is PixelSize larger ? $"since {model} enlarges it to {larger} itself"
            : edge is null ? $"since the size {model} looks at is not published"
            : string.Create(CultureInfo.InvariantCulture, $"within an edge of {edge} px, our own choice for {model}");
    }
}

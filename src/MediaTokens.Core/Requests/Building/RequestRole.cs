using MediaTokens.Catalog;

namespace MediaTokens.Requests.Building;

/// <summary>Whose message may hold media.</summary>
internal static class RequestRole
{
    public const string Default = "user";

    private const string Assistant = "assistant";
    private static readonly string[] OpenAIRoles = [Default, Assistant];
    private static readonly string[] GeminiRoles = [Default, "model"];

    /// <summary>The role as the vendor writes it.</summary>
    /// <param name="family">The model's family.</param>
    /// <param name="asked">The role as asked for; null for user.</param>
    /// <param name="objections">Gets a role whose messages hold no media.</param>
    /// <exception cref="MediaException">RoleNotSupported.</exception>
    public static string Resolve(ModelFamily family, string? asked, RequestObjections objections)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return Default;
        }

        string[] roles = family.Rule.UsesDetail ? OpenAIRoles : GeminiRoles;
        string? known = Array.Find(roles, role => role.Equals(asked, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            objections.Raise(new(
                MediaErrorId.RoleNotSupported,
                $"{family.Vendor} takes no images in a message of the role {asked}: it takes them in {string.Join(" and ", roles)} messages.",
                $"Leave the role out, or use {string.Join(" or ", roles)}; what the model is told beforehand goes into -SystemPrompt."));
        }
        else if (known == Assistant)
        {
            // Source: OpenAI, Vision (understanding images), against openai/openai-node issue 1030.
            objections.Warn("The vendor's guide takes images in assistant messages, but its service was seen to refuse them.");
        }

        return known ?? asked;
    }
}

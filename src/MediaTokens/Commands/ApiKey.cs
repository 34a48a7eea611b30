using System.Net;
using System.Security;

namespace MediaTokens.Commands;

/// <summary>Finds the key of a vendor: the one that was given, or the one in the vendor's environment variable.</summary>
internal static class ApiKey
{
    /// <exception cref="MediaException"><see cref="MediaErrorId.ApiKeyMissing"/>.</exception>
    public static string Get(SecureString? given, string vendor)
    {
        string variable = vendor == "Google" ? "GEMINI_API_KEY" : "OPENAI_API_KEY";
        string? key = given is null ? Environment.GetEnvironmentVariable(variable) : new NetworkCredential("", given).Password;
        return string.IsNullOrWhiteSpace(key)
            ? throw new MediaException(
                MediaErrorId.ApiKeyMissing,
                $"No key for {vendor} is given.",
                $"Give it with -ApiKey, as from Read-Host -AsSecureString, or set the environment variable {variable}.")
            : key.Trim();
    }
}

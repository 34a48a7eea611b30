namespace MediaTokens.Tool.Sending;

/// <summary>Finds the key of a vendor in the environment, the only place where the tool takes one from.</summary>
internal static class VendorKey
{
    /// <exception cref="MediaException">ApiKeyMissing.</exception>
    public static string Of(string vendor)
    {
        string variable = vendor == "Google" ? "GEMINI_API_KEY" : "OPENAI_API_KEY";
        string? key = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrWhiteSpace(key)
            ? throw new MediaException(MediaErrorId.ApiKeyMissing, $"No key for {vendor} is given.", $"Set the environment variable {variable} to the key.")
            : key;
    }
}

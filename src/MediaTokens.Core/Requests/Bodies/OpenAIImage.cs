namespace MediaTokens.Requests.Bodies;

/// <summary>What both of OpenAI's interfaces say of an image: where it is, and its detail.</summary>
internal static class OpenAIImage
{
    /// <param name="body">The body, within the object that holds the address.</param>
    /// <param name="property">The property that takes the address.</param>
    /// <param name="item">The image.</param>
    public static void Write(BodyLayout body, string property, VisionRequestItem item)
    {
        if (item.Path is null)
        {
            body.Json.WriteString(property, item.Uri);
        }
        else
        {
            body.WriteFile(property, $"data:{item.MimeType};base64,", item);
        }

        if (item.Detail is string detail)
        {
            body.Json.WriteString("detail", detail.ToLowerInvariant());
        }
    }
}

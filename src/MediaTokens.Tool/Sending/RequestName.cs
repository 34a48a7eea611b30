using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Sending;

/// <summary>What a request is called where people read of it.</summary>
internal static class RequestName
{
    public static string Of(VisionRequest request) => Of(request.Model, [.. request.Items.Select(item => item.Name)]);

    public static string Of(VisionResponse response) => Of(response.Model, response.Items);

    private static string Of(string model, string[] items) => items switch
    {
        [] => model,
        [string item] => item,
        _ => Totals.Count(items.Length, "item"),
    };
}

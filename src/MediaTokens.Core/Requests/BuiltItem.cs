namespace MediaTokens.Requests;

/// <summary>An item and what the vendor would say of it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Warnings">
/// What the vendor would refuse it for, where force was asked for; what is not known of it. They leave it to others to name the item.
/// </param>
public sealed record BuiltItem(VisionRequestItem Item, IReadOnlyList<string> Warnings);

using System.Collections;
using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>As <see cref="RequestAttribute"/>, of one request or several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequestsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is IEnumerable list and not string
            ? list.Cast<object?>().Select(RequestAttribute.ToRequest).ToArray()
            : RequestAttribute.ToRequest(inputData);
}

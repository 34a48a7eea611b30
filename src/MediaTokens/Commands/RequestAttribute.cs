using System.Collections;
using System.Management.Automation;
using MediaTokens.Requests;

namespace MediaTokens.Commands;

/// <summary>Takes a request as it is, or makes it again of what a job or a file has left of it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequestAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => ToRequest(inputData);

    /// <summary>A request where it is one or was one, and anything else as it is.</summary>
    internal static object? ToRequest(object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is VisionRequest request)
        {
            return request;
        }

        if (inputData is not PSObject bag)
        {
            return inputData;
        }

        try
        {
            return SavedRequest.Restore(name => Plain(bag.Properties[name]?.Value));
        }
        catch (MediaException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }

    private static object? Plain(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } bag => ToDictionary(bag),
        PSObject wrapped => Plain(wrapped.BaseObject),
        string text => text,
        IDictionary bag => bag,
        IEnumerable list => list.Cast<object?>().Select(Plain).ToArray(),
        _ => value,
    };

    private static Hashtable ToDictionary(PSObject bag)
    {
        Hashtable values = [];
        foreach (PSPropertyInfo property in bag.Properties)
        {
            values[property.Name] = Plain(property.Value);
        }

        return values;
    }
}

using System.Collections;
using System.Globalization;

namespace MediaTokens.Requests;

/// <summary>Makes a request again of its property values, as a job or a file of PowerShell leaves them.</summary>
public static class SavedRequest
{
    /// <summary>Makes the request again.</summary>
    /// <param name="get">
    /// Gives the value of a property by its name; null for none. Numbers and times may be texts, and each of the
    /// <see cref="VisionRequest.Items"/> is an <see cref="IDictionary"/> of its own property values, or an item itself.
    /// </param>
    /// <exception cref="MediaException">BadRequest: a value that a request must have is missing, or none of its kind.</exception>
    public static VisionRequest Restore(Func<string, object?> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        PropertyValues values = new(get);
        return new()
        {
            Vendor = values.Needed(nameof(VisionRequest.Vendor)),
            Model = values.Needed(nameof(VisionRequest.Model)),
            Api = values.Needed(nameof(VisionRequest.Api)),
            ApiVersion = values.Text(nameof(VisionRequest.ApiVersion)),
            Uri = values.Needed(nameof(VisionRequest.Uri)),
            Method = values.Needed(nameof(VisionRequest.Method)),
            ContentType = values.Needed(nameof(VisionRequest.ContentType)),
            Prompt = values.Text(nameof(VisionRequest.Prompt)),
            SystemPrompt = values.Text(nameof(VisionRequest.SystemPrompt)),
            Role = values.Needed(nameof(VisionRequest.Role)),
            MaxOutputTokens = values.Number<int>(nameof(VisionRequest.MaxOutputTokens)),
            MediaResolution = values.Text(nameof(VisionRequest.MediaResolution)),
            Items = [.. values.List(nameof(VisionRequest.Items)).Select(RestoreItem)],
            BilledTokens = values.Number<long>(nameof(VisionRequest.BilledTokens)),
            EstimatedTokens = values.Number<long>(nameof(VisionRequest.EstimatedTokens)) ?? 0,
            Warnings = [.. values.List(nameof(VisionRequest.Warnings)).Select(warning => warning?.ToString() ?? "")],
        };
    }

    private static VisionRequestItem RestoreItem(object? value)
    {
        if (value is VisionRequestItem whole)
        {
            return whole;
        }

        if (value is not IDictionary bag)
        {
            throw PropertyValues.Missing($"{nameof(VisionRequest.Items)} holds what is no item");
        }

        PropertyValues values = new(name => bag[name]);
        VisionRequestItem item = new()
        {
            Path = values.Text(nameof(VisionRequestItem.Path)),
            Uri = values.Text(nameof(VisionRequestItem.Uri)),
            MediaType = values.Needed(nameof(VisionRequestItem.MediaType)),
            MimeType = values.Text(nameof(VisionRequestItem.MimeType)),
            Bytes = values.Number<long>(nameof(VisionRequestItem.Bytes)),
            Detail = values.Text(nameof(VisionRequestItem.Detail)),
            MediaResolution = values.Text(nameof(VisionRequestItem.MediaResolution)),
            FramesPerSecond = values.Number<decimal>(nameof(VisionRequestItem.FramesPerSecond)),
            StartTime = values.Time(nameof(VisionRequestItem.StartTime)),
            EndTime = values.Time(nameof(VisionRequestItem.EndTime)),
            Tokens = values.Number<long>(nameof(VisionRequestItem.Tokens)),
            BilledTokens = values.Number<long>(nameof(VisionRequestItem.BilledTokens)),
        };
        return item is { Path: null, Uri: null } or { Path: not null, Bytes: null }
            ? throw PropertyValues.Missing("an item tells neither a link nor a file with its length")
            : item;
    }

    /// <summary>Values of one object, by name.</summary>
    private readonly struct PropertyValues(Func<string, object?> get)
    {
        public static MediaException Missing(string what, Exception? cause = null) => new(
            MediaErrorId.BadRequest,
            $"It is no whole request: {what}.",
            "Send the request where it was made, or save it with all its levels, as Export-Clixml -Depth 3 does.",
            cause);

        public string? Text(string name) => get(name) is object value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

        public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw Missing($"{name} is missing");

        public IEnumerable<object?> List(string name) => get(name) switch
        {
            null => [],
            string text => [text],
            IDictionary bag => [bag],
            IEnumerable list => list.Cast<object?>(),
            object one => [one],
        };

        public T? Number<T>(string name)
            where T : struct, IConvertible => Read<T>(name, value => (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture));

        public TimeSpan? Time(string name) =>
            Read(name, value => value is TimeSpan time ? time : TimeSpan.Parse(value.ToString()!, CultureInfo.InvariantCulture));

        private T? Read<T>(string name, Func<object, T> convert)
            where T : struct
        {
            try
            {
                return get(name) is object value and not "" ? convert(value) : null;
            }
            catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
            {
                throw Missing($"{name} is '{get(name)}'", exception);
            }
        }
    }
}

using System.Management.Automation;
using MediaTokens.Requests;

namespace MediaTokens.Errors;

/// <summary>Error records of failures: the id is the failure's own, so that the two cannot drift.</summary>
internal static class ErrorRecords
{
    /// <summary>The error record of a failure whose message names what it concerns.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="target">The model, the size or the catalog that it concerns.</param>
    public static ErrorRecord Create(MediaException exception, object? target) => Create(exception, target, exception.Message);

    /// <summary>The error record of a failure with a file, which its message leaves for others to name.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="path">The file or folder that it concerns.</param>
    public static ErrorRecord ForFile(MediaException exception, string path) => Create(exception, path, $"{path}: {exception.Message}");

    /// <summary>The error record of a failure with a link, which its message leaves for others to name.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="link">The link that it concerns.</param>
    public static ErrorRecord ForLink(MediaException exception, string link) =>
        Create(exception, TargetOf(exception, link), $"{ItemName.OfLink(link)}: {exception.Message}");

    /// <summary>
    /// A link as the target of an error: whole, so that it can be tried again; but a password in it is kept from sight, and so is
    /// data, of which there may be megabytes.
    /// </summary>
    public static string TargetOf(MediaException exception, string link) =>
        exception.Id == MediaErrorId.InvalidUri || link.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            ? ItemName.OfLink(link)
            : link;

    /// <summary>The category under which PowerShell files a failure.</summary>
    public static ErrorCategory Category(MediaErrorId id) => id switch
    {
        MediaErrorId.FileNotFound or MediaErrorId.UnknownModel => ErrorCategory.ObjectNotFound,
        MediaErrorId.PathIsDirectory or MediaErrorId.NotFileSystemPath or MediaErrorId.InvalidPath => ErrorCategory.InvalidArgument,
        MediaErrorId.NotRegularFile => ErrorCategory.InvalidType,
        MediaErrorId.AccessDenied => ErrorCategory.PermissionDenied,
        MediaErrorId.FileUnreadable => ErrorCategory.ReadError,
        MediaErrorId.HeaderTooLarge or MediaErrorId.TooManyPatches => ErrorCategory.LimitsExceeded,
        MediaErrorId.FileTooLarge or MediaErrorId.TooManyPixels or MediaErrorId.MaxTokensTooLow or MediaErrorId.MaxBytesTooLow => ErrorCategory.LimitsExceeded,
        MediaErrorId.FileChanged => ErrorCategory.ReadError,
        MediaErrorId.ClipOutOfRange or MediaErrorId.PageOutOfRange => ErrorCategory.InvalidArgument,
        MediaErrorId.PdfPassword => ErrorCategory.PermissionDenied,
        MediaErrorId.NoItem or MediaErrorId.InvalidUri => ErrorCategory.InvalidArgument,
        MediaErrorId.FormatNotSupported or MediaErrorId.AnimationNotSupported or MediaErrorId.RoleNotSupported => ErrorCategory.InvalidOperation,
        MediaErrorId.LimitExceeded or MediaErrorId.RateLimited => ErrorCategory.LimitsExceeded,
        MediaErrorId.PrivateNetwork => ErrorCategory.SecurityError,
        MediaErrorId.ApiKeyMissing or MediaErrorId.Unauthorized => ErrorCategory.AuthenticationError,
        MediaErrorId.BadRequest => ErrorCategory.InvalidArgument,
        MediaErrorId.ServerError => ErrorCategory.ResourceUnavailable,
        MediaErrorId.Timeout => ErrorCategory.OperationTimeout,
        MediaErrorId.NetworkFailure => ErrorCategory.ConnectionError,
        MediaErrorId.NoEngine => ErrorCategory.NotInstalled,
        MediaErrorId.EngineCannot => ErrorCategory.NotImplemented,
        MediaErrorId.DestinationExists or MediaErrorId.DestinationCollision => ErrorCategory.ResourceExists,
        MediaErrorId.DestinationMissing or MediaErrorId.DestinationIsSource or MediaErrorId.DestinationFormat => ErrorCategory.InvalidArgument,
        MediaErrorId.DestinationOutside => ErrorCategory.SecurityError,
        MediaErrorId.DestinationUnwritable => ErrorCategory.WriteError,
        MediaErrorId.NotYetPublished => ErrorCategory.ObjectNotFound,
        MediaErrorId.RuleNotPublished or MediaErrorId.VendorNotSupported => ErrorCategory.NotImplemented,
        MediaErrorId.ExchangeRateMissing => ErrorCategory.InvalidArgument,
        MediaErrorId.SettingNotSupported or MediaErrorId.MediaTypeNotSupported => ErrorCategory.InvalidOperation,
        _ => ErrorCategory.InvalidData,
    };

    private static ErrorRecord Create(MediaException exception, object? target, string message) =>
        new(exception, exception.Id.ToString(), Category(exception.Id), target)
        {
            ErrorDetails = new(message) { RecommendedAction = exception.RecommendedAction },
        };
}

namespace MediaTokens;

/// <summary>The stable ids of every failure; the name is what a user sees and may test for.</summary>
public enum MediaErrorId
{
    /// <summary>No file or folder is at the path.</summary>
    FileNotFound,

    /// <summary>The path is a folder, and walking folders was not asked for.</summary>
    PathIsDirectory,

    /// <summary>The path is a pipe, a socket or a device, which is never opened.</summary>
    NotRegularFile,

    /// <summary>The path belongs to a PowerShell provider other than the file system.</summary>
    NotFileSystemPath,

    /// <summary>The path cannot be resolved, as with an unknown drive or a broken wildcard.</summary>
    InvalidPath,

    /// <summary>The user may not read the file or folder.</summary>
    AccessDenied,

    /// <summary>Reading the file failed.</summary>
    FileUnreadable,

    /// <summary>The file has no bytes.</summary>
    EmptyFile,

    /// <summary>The first bytes are of no format that can be read.</summary>
    UnknownFormat,

    /// <summary>The file ends before its size is told.</summary>
    TruncatedFile,

    /// <summary>The header contradicts itself or its format.</summary>
    CorruptHeader,

    /// <summary>The size is not found within the bytes that may be read for it.</summary>
    HeaderTooLarge,

    /// <summary>A width or height is 0, negative, or above 2,147,483,647 pixels.</summary>
    InvalidDimensions,

    /// <summary>The container holds no pictures, only sound or data.</summary>
    NoVideoTrack,

    /// <summary>The video's container does not tell how long it plays, or not a time that can be.</summary>
    UnknownDuration,

    /// <summary>The start lies at or behind the end of the clip, or behind the end of the video.</summary>
    ClipOutOfRange,

    /// <summary>The PDF document cannot be read even after repair.</summary>
    CorruptPdf,

    /// <summary>The PDF document does not open without a password.</summary>
    PdfPassword,

    /// <summary>The PDF document has none of the pages asked for.</summary>
    PageOutOfRange,

    /// <summary>No catalog row matches the model's name.</summary>
    UnknownModel,

    /// <summary>The catalog file cannot be read or has a bad row.</summary>
    InvalidCatalog,

    /// <summary>No values of the model are known that were published by the day asked for.</summary>
    NotYetPublished,

    /// <summary>What decides the count is not published, or not known; the message says what.</summary>
    RuleNotPublished,

    /// <summary>Another currency than the US dollar was asked for, and no rate given.</summary>
    ExchangeRateMissing,

    /// <summary>The model does not have the setting, or not that value of it.</summary>
    SettingNotSupported,

    /// <summary>The model does not take that kind of media.</summary>
    MediaTypeNotSupported,

    /// <summary>The vendor refuses an image of so many patches.</summary>
    TooManyPatches,

    /// <summary>The file is larger than can be read into memory.</summary>
    FileTooLarge,

    /// <summary>The file became another one while it was read or sent, or is gone.</summary>
    FileChanged,

    /// <summary>The header tells more pixels than -MaxPixels allows.</summary>
    TooManyPixels,

    /// <summary>The pixels are damaged or incomplete.</summary>
    CorruptPixels,

    /// <summary>No image engine is on the machine, or not the one asked for.</summary>
    NoEngine,

    /// <summary>None of the engines asked can do this job, such as decode HEIC.</summary>
    EngineCannot,

    /// <summary>-MaxTokens is less than the smallest image of that shape costs.</summary>
    MaxTokensTooLow,

    /// <summary>-MaxBytes is less than the smallest image of that shape takes.</summary>
    MaxBytesTooLow,

    /// <summary>Neither a destination is given nor writing in place asked for, or both.</summary>
    DestinationMissing,

    /// <summary>A file is at the destination, and overwriting was not asked for.</summary>
    DestinationExists,

    /// <summary>Another source of the same run was written to the same destination.</summary>
    DestinationCollision,

    /// <summary>The destination is the source, and writing in place was not asked for.</summary>
    DestinationIsSource,

    /// <summary>A link below the destination leads out of it.</summary>
    DestinationOutside,

    /// <summary>The destination cannot be written: a full or read-only disk, or no right to it.</summary>
    DestinationUnwritable,

    /// <summary>The destination's name says another format than was asked for.</summary>
    DestinationFormat,

    /// <summary>A request has nothing to send beside the prompt.</summary>
    NoItem,

    /// <summary>The vendor does not take the file's format.</summary>
    FormatNotSupported,

    /// <summary>The vendor does not take animated images.</summary>
    AnimationNotSupported,

    /// <summary>The file, its sides, or the page, image or item count, is above the vendor's limit.</summary>
    LimitExceeded,

    /// <summary>No request can be made for the model: its vendor's interface is not among those that are known.</summary>
    VendorNotSupported,

    /// <summary>The vendor takes no media in a message of that role.</summary>
    RoleNotSupported,

    /// <summary>The address is none that can be used: no absolute http or https address, or not encrypted.</summary>
    InvalidUri,

    /// <summary>The address is of the machine itself or of a private network.</summary>
    PrivateNetwork,

    /// <summary>No key is given.</summary>
    ApiKeyMissing,

    /// <summary>The vendor refused the key.</summary>
    Unauthorized,

    /// <summary>The vendor took no more requests, also after waiting.</summary>
    RateLimited,

    /// <summary>The vendor refused the request.</summary>
    BadRequest,

    /// <summary>The vendor failed, also after more attempts.</summary>
    ServerError,

    /// <summary>No answer came in time.</summary>
    Timeout,

    /// <summary>The answer is none that the vendor's interface gives, or too long.</summary>
    BadResponse,

    /// <summary>The host cannot be reached, or the connection broke.</summary>
    NetworkFailure,
}

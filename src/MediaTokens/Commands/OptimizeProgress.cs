using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace MediaTokens.Commands;

/// <summary>A progress bar by count and bytes, no more often than the eye can follow.</summary>
internal sealed class OptimizeProgress(PSCmdlet cmdlet)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // As PowerShell counts: 1MB.
    private const double Megabyte = 1 << 20;

    private readonly ProgressRecord _record = new(0, "Optimizing images for vision", "Starting");
    private long _shown = Stopwatch.GetTimestamp();
    private bool _isShown;
    private long _count;
    private long _sourceBytes;
    private long _bytes;

    /// <summary>Counts a result.</summary>
    public void Add(OptimizedImage image)
    {
        (_count, _sourceBytes, _bytes) = (_count + 1, _sourceBytes + image.SourceBytes, _bytes + image.Bytes);
        if (Stopwatch.GetElapsedTime(_shown) < Interval)
        {
            return;
        }

        (_shown, _isShown) = (Stopwatch.GetTimestamp(), true);
        _record.StatusDescription = string.Create(
            CultureInfo.InvariantCulture,
            $"{_count} images, {_sourceBytes / Megabyte:0.0} MB -> {_bytes / Megabyte:0.0} MB");
        _record.CurrentOperation = image.Name;
        cmdlet.WriteProgress(_record);
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete()
    {
        if (_isShown)
        {
            _record.RecordType = ProgressRecordType.Completed;
            cmdlet.WriteProgress(_record);
        }
    }
}

using System.Buffers.Binary;

namespace MediaTokens.Benchmarks.Corpus;

/// <summary>An MP4 file of 4 GB whose pictures are a hole on the disk, and whose header stands behind them.</summary>
internal sealed class LargeVideo : IDisposable
{
    private const long HoleLength = 4_294_967_296;

    private LargeVideo(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes it of a sample with its header at the end.</summary>
    public static LargeVideo Create(string folder)
    {
        byte[] sample = File.ReadAllBytes(System.IO.Path.Combine(Repository.Media, "video", "h264.mp4"));
        int pictures = sample.AsSpan().IndexOf("mdat"u8) - 4;
        int header = sample.AsSpan().LastIndexOf("moov"u8) - 4;
        if (pictures < 0 || header < pictures)
        {
            throw new InvalidOperationException("The sample h264.mp4 has no header behind its pictures.");
        }

        Directory.CreateDirectory(folder);
        LargeVideo video = new(System.IO.Path.Combine(folder, "large.mp4"));
        using FileStream stream = File.Create(video.Path);
        stream.Write(sample.AsSpan(0, pictures));
        Span<byte> box = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(box, 1);
        "mdat"u8.CopyTo(box[4..]);
        BinaryPrimitives.WriteInt64BigEndian(box[8..], HoleLength);
        stream.Write(box);
        stream.Seek(pictures + HoleLength, SeekOrigin.Begin);
        stream.Write(sample.AsSpan(header));
        return video;
    }

    public void Dispose() => File.Delete(Path);
}

namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>AVI files, chunk by chunk.</summary>
internal static class Avi
{
    /// <summary>A file with that header, and no more pictures and sound than what follows it.</summary>
    public static byte[] File(byte[][] header, params byte[] rest) => FileOf(null, header, rest);

    /// <summary>A file that tells a size of its own.</summary>
    public static byte[] FileOf(uint? size, byte[][] header, params byte[] rest)
    {
        byte[] content = [.. List("hdrl", header), .. rest];
        return new ByteWriter(bigEndian: false).Text("RIFF").U32(size ?? (uint)content.Length + 4).Text("AVI ").Raw(content).ToArray();
    }

    public static byte[] MainHeader(uint period, uint frames) =>
        Chunk("avih", new ByteWriter(bigEndian: false).U32(period).Zeros(12).U32(frames).Zeros(36).ToArray());

    public static byte[] Video(uint scale, uint rate, uint length, int width = 300, int height = 200, uint flags = 0, params byte[] more) => List(
        "strl",
        Header("vids", scale, rate, length, 0, flags),
        Chunk("strf", new ByteWriter(bigEndian: false).U32(40).U32((uint)width).U32((uint)height).Zeros(28).ToArray()),
        more);

    public static byte[] Audio(uint scale, uint rate, uint length, uint sampleSize) =>
        List("strl", Header("auds", scale, rate, length, sampleSize, 0), Chunk("strf", new byte[18]));

    public static byte[] Stream(string type, uint scale, uint rate, uint length) =>
        List("strl", Header(type, scale, rate, length, 0, 0), Chunk("strf", new byte[32]));

    public static byte[] AllFrames(uint frames) => List("odml", Chunk("dmlh", new ByteWriter(bigEndian: false).U32(frames).ToArray()));

    /// <summary>An OpenDML index of indexes, each of so many frames.</summary>
    public static byte[] SuperIndex(params uint[] frames)
    {
        ByteWriter index = new ByteWriter(bigEndian: false).U16(4).Raw(0, 0).U32((uint)frames.Length).Text("00dc").Zeros(12);
        foreach (uint count in frames)
        {
            index.U64(1 << 20).U32(4096).U32(count);
        }

        return Chunk("indx", index.ToArray());
    }

    /// <summary>An index of chunks.</summary>
    public static byte[] Index(params string[] chunks)
    {
        var index = new ByteWriter(bigEndian: false);
        foreach (string chunk in chunks)
        {
            index.Text(chunk).U32(0x10).U32(4).U32(100);
        }

        return Chunk("idx1", index.ToArray());
    }

    public static byte[] List(string form, params byte[][] chunks) =>
        Chunk("LIST", [.. new ByteWriter().Text(form).ToArray(), .. chunks.SelectMany(chunk => chunk)]);

    public static byte[] Chunk(string type, params byte[] data) => WebP.Chunk(type, data);

    private static byte[] Header(string type, uint scale, uint rate, uint length, uint sampleSize, uint flags) => Chunk(
        "strh",
        new ByteWriter(bigEndian: false).Text(type).Zeros(4).U32(flags).Zeros(8).U32(scale).U32(rate).Zeros(4).U32(length).Zeros(8).U32(sampleSize).Zeros(8).ToArray());
}

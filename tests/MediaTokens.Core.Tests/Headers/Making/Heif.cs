namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>HEIF files, box by box.</summary>
internal static class Heif
{
    public static byte[] Box(string type, params byte[][] content)
    {
        byte[] all = [.. content.SelectMany(part => part)];
        return Box(type, (uint)all.Length + 8, all);
    }

    /// <summary>A box that may tell a size other than its own.</summary>
    public static byte[] Box(string type, uint size, byte[] content) => new ByteWriter().U32(size).Text(type).Raw(content).ToArray();

    public static byte[] FullBox(string type, uint versionAndFlags, params byte[][] content) =>
        Box(type, [new ByteWriter().U32(versionAndFlags).ToArray(), .. content]);

    public static byte[] FileType(string major, params string[] brands) =>
        Box("ftyp", new ByteWriter().Text(major).U32(0).Text(string.Concat(brands)).ToArray());

    public static byte[] Primary(int item) => FullBox("pitm", 0, new ByteWriter().U16(item).ToArray());

    public static byte[] Size(uint width, uint height) => FullBox("ispe", 0, new ByteWriter().U32(width).U32(height).ToArray());

    public static byte[] Rotation(byte quarters) => Box("irot", [quarters]);

    public static byte[] Mirror(byte mode) => Box("imir", [mode]);

    public static byte[] Aperture(uint width, uint height, uint denominator = 1) => Box(
        "clap",
        new ByteWriter().U32(width).U32(denominator).U32(height).U32(denominator).U32(0).U32(1).U32(0).U32(1).ToArray());

    /// <summary>The map of items to properties, with 16-bit items and 7-bit indices.</summary>
    public static byte[] Map(params (int Item, byte[] Properties)[] entries)
    {
        ByteWriter writer = new ByteWriter().U32((uint)entries.Length);
        foreach ((int item, byte[] properties) in entries)
        {
            writer.U16(item).Raw((byte)properties.Length).Raw(properties);
        }

        return FullBox("ipma", 0, writer.ToArray());
    }

    public static byte[] Properties(byte[][] properties, params byte[][] maps) => Box("iprp", [Box("ipco", properties), .. maps]);

    public static byte[] Meta(params byte[][] children) => FullBox("meta", 0, children);

    /// <summary>A HEIC file of one item whose properties apply in the order in which they are given.</summary>
    public static byte[] Image(params byte[][] properties) => Image(FileType("heic", "mif1", "heic"), properties);

    public static byte[] Image(byte[] fileType, byte[][] properties) =>
    [
        .. fileType,
        .. Meta(Primary(1), Properties(properties, Map((1, [.. Enumerable.Range(1, properties.Length).Select(i => (byte)i)])))),
        .. Box("mdat", new byte[16]),
    ];
}

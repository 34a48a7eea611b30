using System.Buffers.Binary;
using System.Text;

namespace MediaTokens.Imaging;

/// <summary>Reads the description of an ICC profile.</summary>
/// <remarks>
/// Version 2, "desc": reserved (4), number of ASCII bytes with a final 0 (4), these.
/// Version 4, "mluc": reserved (4), number of records (4), size of a record (4), then records: language (2), country (2),
/// bytes of the text (4), offset of the text in the tag (4). Texts are UTF-16, big-endian.
/// </remarks>
internal static class ProfileName
{
    private const int LongestName = 200;
    private const int AsciiAt = 12;
    private const int RecordsAt = 16;
    private const int RecordSize = 12;

    public static string Read(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < RecordsAt)
        {
            return "";
        }

        string name = tag.StartsWith("mluc"u8) ? ReadLocalized(tag) : tag.StartsWith("desc"u8) ? ReadAscii(tag) : "";
        int end = name.IndexOf('\0', StringComparison.Ordinal);
        return string.Concat((end < 0 ? name : name[..end]).Where(letter => !char.IsControl(letter))).Trim();
    }

    private static string ReadAscii(ReadOnlySpan<byte> tag)
    {
        uint length = BinaryPrimitives.ReadUInt32BigEndian(tag[8..]);
        return Encoding.ASCII.GetString(tag[AsciiAt..][..(int)Math.Min(Math.Min(length, LongestName), (uint)(tag.Length - AsciiAt))]);
    }

    private static string ReadLocalized(ReadOnlySpan<byte> tag)
    {
        string? first = null;
        uint count = BinaryPrimitives.ReadUInt32BigEndian(tag[8..]);
        ReadOnlySpan<byte> records = tag[RecordsAt..];
        for (uint i = 0; i < count && records.Length >= RecordSize; i++, records = records[RecordSize..])
        {
            bool isEnglish = records.StartsWith("en"u8);
            if (isEnglish || first is null)
            {
                first = ReadText(tag, records);
            }

            if (isEnglish)
            {
                break;
            }
        }

        return first ?? "";
    }

    private static string ReadText(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> entry)
    {
        uint length = BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
        uint offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
        ReadOnlySpan<byte> text = offset <= tag.Length ? tag[(int)offset..] : default;
        return Encoding.BigEndianUnicode.GetString(text[..(int)Math.Min(Math.Min(length, 2 * LongestName), (uint)text.Length)]);
    }
}

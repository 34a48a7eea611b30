using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MediaTokens.Documents.Pdf.Security;

/// <summary>The hash that the keys of documents up to revision 4 are made by.</summary>
internal static class Md5
{
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The format prescribes it; nothing is protected with it.")]
    public static byte[] Hash(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
}

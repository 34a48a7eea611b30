using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MediaTokens.Documents.Pdf.Security;

/// <summary>
/// The key of a document that opens with no password, by the standard security handler: revisions 2 to 4 by MD5 and RC4
/// (ISO 32000-1, 7.6.3, algorithms 2 to 6), 5 and 6 by SHA-2 and AES (ISO 32000-2, 7.6.4, algorithms 2.A and 2.B).
/// </summary>
internal static class PdfKey
{
    private const int HashSize = 32;
    private const int SaltSize = 8;

    private static ReadOnlySpan<byte> Padding =>
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The key; null where the document does not open without a password.</summary>
    public static byte[]? Find(PdfEncryption encryption) => encryption.Revision >= 5 ? FindSha(encryption) : FindMd5(encryption);

    private static byte[]? FindMd5(PdfEncryption encryption)
    {
        if (encryption.Owner.Length < HashSize || encryption.User.Length < 16)
        {
            return null;
        }

        byte[] permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, encryption.Permissions);
        byte[] hash = Md5.Hash([
            .. Padding, .. encryption.Owner.AsSpan(0, HashSize), .. permissions, .. encryption.Id,
            .. encryption.Revision >= 4 && !encryption.EncryptsMetadata ? (ReadOnlySpan<byte>)[0xFF, 0xFF, 0xFF, 0xFF] : []]);
        for (int i = 0; i < 50 && encryption.Revision >= 3; i++)
        {
            hash = Md5.Hash(hash.AsSpan(0, encryption.KeySize));
        }

        byte[] key = hash[..encryption.KeySize];
        return Opens(key, encryption) ? key : null;
    }

    private static bool Opens(byte[] key, PdfEncryption encryption)
    {
        if (encryption.Revision == 2)
        {
            byte[] padding = Padding.ToArray();
            Rc4.Apply(key, padding);
            return encryption.User.AsSpan().StartsWith(padding);
        }

        byte[] check = Md5.Hash([.. Padding, .. encryption.Id]);
        byte[] turned = new byte[key.Length];
        for (int i = 0; i < 20; i++)
        {
            for (int k = 0; k < key.Length; k++)
            {
                turned[k] = (byte)(key[k] ^ i);
            }

            Rc4.Apply(turned, check);
        }

        return encryption.User.AsSpan().StartsWith(check);
    }

    private static byte[]? FindSha(PdfEncryption encryption)
    {
        if (encryption.User.Length < HashSize + (2 * SaltSize) || encryption.UserKey.Length < HashSize)
        {
            return null;
        }

        ReadOnlySpan<byte> user = encryption.User;
        if (!Hash(user.Slice(HashSize, SaltSize), encryption.Revision).AsSpan().SequenceEqual(user[..HashSize]))
        {
            return null;
        }

        using Aes aes = Aes.Create();
        aes.Key = Hash(user.Slice(HashSize + SaltSize, SaltSize), encryption.Revision);
        return aes.DecryptCbc(encryption.UserKey.AsSpan(0, HashSize), new byte[16], PaddingMode.None);
    }

    private static byte[] Hash(ReadOnlySpan<byte> salt, int revision)
    {
        byte[] hash = SHA256.HashData(salt);
        bool isDone = revision == 5;
        using Aes aes = Aes.Create();
        for (int round = 1; !isDone; round++)
        {
            aes.Key = hash[..16];
            byte[] repeated = new byte[64 * hash.Length];
            for (int i = 0; i < repeated.Length; i += hash.Length)
            {
                hash.CopyTo(repeated, i);
            }

            byte[] encrypted = aes.EncryptCbc(repeated, hash.AsSpan(16, 16), PaddingMode.None);
            int rest = 0;
            foreach (byte value in encrypted.AsSpan(0, 16))
            {
                rest += value;
            }

            hash = (rest % 3) switch
            {
                0 => SHA256.HashData(encrypted),
                1 => SHA384.HashData(encrypted),
                _ => SHA512.HashData(encrypted),
            };
            isDone = round >= 64 && encrypted[^1] <= round - 32;
        }

        return hash[..HashSize];
    }
}

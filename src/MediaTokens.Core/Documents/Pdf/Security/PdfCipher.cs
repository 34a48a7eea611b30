using System.Security.Cryptography;

namespace MediaTokens.Documents.Pdf.Security;

/// <summary>
/// Undoes the encryption of strings and streams (ISO 32000-2, 7.6.3). Up to revision 4 every object has a key of its own: the MD5 hash of
/// the document's key, three bytes of the object's number and two of its generation, and for AES four letters. AES has its
/// initialization vector before the data and fills up its last block.
/// </summary>
internal sealed class PdfCipher
{
    /// <summary>The crypt filter that leaves everything as it is.</summary>
    public const string Identity = "Identity";

    private const int BlockSize = 16;

    private const int DeepestString = 100;

    private readonly PdfEncryption _encryption;
    private readonly byte[] _key;

    private PdfCipher(PdfEncryption encryption, byte[] key)
    {
        _encryption = encryption;
        _key = key;
    }

    /// <summary>The cipher of a document that opens without a password.</summary>
    /// <exception cref="MediaException">PdfPassword.</exception>
    public static PdfCipher Open(PdfFile file, PdfDictionary dictionary, PdfObject id)
    {
        PdfEncryption encryption = PdfEncryption.Read(file, dictionary, id);
        return new(encryption, PdfKey.Find(encryption) ?? throw PdfError.Password());
    }

    /// <summary>A stream's bytes as they were before they were encrypted; null where it names a crypt filter that is not there.</summary>
    /// <param name="bytes">Are changed.</param>
    /// <param name="stream">Whose bytes they are.</param>
    /// <param name="filter">The crypt filter that it names itself; null for the document's.</param>
    public ReadOnlyMemory<byte>? DecryptStream(byte[] bytes, PdfStream stream, string? filter)
    {
        bool isPlain = stream.Dictionary.IsName("Type", "XRef")
            || (stream.Dictionary.IsName("Type", "Metadata") && !_encryption.EncryptsMetadata);
        return isPlain ? bytes
            : _encryption.Methods.TryGetValue(filter ?? _encryption.Streams, out CipherMethod method)
                ? Decrypt(bytes, method, stream.Number, stream.Generation)
                : null;
    }

    /// <summary>The object with its strings as they were before they were encrypted.</summary>
    public PdfObject DecryptStrings(PdfObject value, int number, int generation) =>
        _encryption.Methods.TryGetValue(_encryption.Strings, out CipherMethod method) && method != CipherMethod.None
            ? DecryptStrings(value, method, number, generation, 0)
            : value;

    private PdfObject DecryptStrings(PdfObject value, CipherMethod method, int number, int generation, int depth)
    {
        PdfObject Inner(PdfObject item) => DecryptStrings(item, method, number, generation, depth + 1);
        return value switch
        {
            _ when depth > DeepestString => value,
            PdfString text => new PdfString(Decrypt([.. text.Bytes], method, number, generation).ToArray()),
            PdfArray array when array.Items.Any(HoldsStrings) => new PdfArray([.. array.Items.Select(Inner)]),
            PdfDictionary dictionary when dictionary.Entries.Values.Any(HoldsStrings) =>
                new PdfDictionary(dictionary.Entries.ToDictionary(entry => entry.Key, entry => Inner(entry.Value))),
            PdfStream stream => stream with { Dictionary = (PdfDictionary)Inner(stream.Dictionary) },
            _ => value,
        };
    }

    private static bool HoldsStrings(PdfObject value) => value is PdfString or PdfArray or PdfDictionary;

    private ReadOnlyMemory<byte> Decrypt(byte[] bytes, CipherMethod method, int number, int generation)
    {
        switch (method)
        {
            case CipherMethod.Rc4:
                Rc4.Apply(ObjectKey(number, generation, isAes: false), bytes);
                return bytes;
            case CipherMethod.Aes128:
                return DecryptAes(ObjectKey(number, generation, isAes: true), bytes);
            case CipherMethod.Aes256:
                return DecryptAes(_key, bytes);
            default:
                return bytes;
        }
    }

    private byte[] ObjectKey(int number, int generation, bool isAes)
    {
        byte[] hash = Md5.Hash([
            .. _key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8),
            .. isAes ? "sAlT"u8 : []]);
        return hash[..Math.Min(_key.Length + 5, hash.Length)];
    }

    private static ReadOnlyMemory<byte> DecryptAes(byte[] key, byte[] bytes)
    {
        int size = (bytes.Length / BlockSize * BlockSize) - BlockSize;
        if (size <= 0 || key.Length is not (16 or 32))
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        using Aes aes = Aes.Create();
        aes.Key = key;
        byte[] plain = aes.DecryptCbc(bytes.AsSpan(BlockSize, size), bytes.AsSpan(0, BlockSize), PaddingMode.None);
        int padding = plain[^1] is >= 1 and <= BlockSize ? plain[^1] : 0;
        return plain.AsMemory(0, plain.Length - padding);
    }
}

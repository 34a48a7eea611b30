namespace MediaTokens.Documents.Pdf.Security;

/// <summary>How bytes are encrypted.</summary>
internal enum CipherMethod
{
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// <summary>The encryption dictionary of the standard security handler (ISO 32000-2, 7.6.2 to 7.6.5).</summary>
/// <param name="Revision">Of the handler: 2 to 6.</param>
/// <param name="KeySize">Bytes of the key.</param>
/// <param name="Owner">/O.</param>
/// <param name="User">/U: tells whether a password is right.</param>
/// <param name="UserKey">/UE: of revisions 5 and 6 the key, encrypted.</param>
/// <param name="Permissions">/P.</param>
/// <param name="Id">The first string of the trailer's /ID.</param>
/// <param name="EncryptsMetadata">Whether metadata streams are encrypted too.</param>
/// <param name="Methods">By the names of crypt filters.</param>
/// <param name="Strings">The crypt filter of strings.</param>
/// <param name="Streams">The crypt filter of streams that do not name one.</param>
internal sealed record PdfEncryption(
    int Revision,
    int KeySize,
    byte[] Owner,
    byte[] User,
    byte[] UserKey,
    int Permissions,
    byte[] Id,
    bool EncryptsMetadata,
    IReadOnlyDictionary<string, CipherMethod> Methods,
    string Strings,
    string Streams)
{
    private const string Only = "StdCF";

    /// <summary>Reads the dictionary.</summary>
    /// <exception cref="MediaException">PdfPassword: another handler, or a version that none knows.</exception>
    public static PdfEncryption Read(PdfFile file, PdfDictionary dictionary, PdfObject id)
    {
        string handler = (file.Get(dictionary, "Filter") as PdfName)?.Value ?? "Standard";
        int version = Number(file, dictionary, "V", 0);
        int revision = Number(file, dictionary, "R", 0);
        if (handler != "Standard")
        {
            throw PdfError.UnknownHandler(handler);
        }

        if (version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6 || (version == 5) != (revision >= 5))
        {
            throw PdfError.UnknownEncryption(version, revision);
        }

        int bits = Number(file, dictionary, "Length", 40);
        return new(
            revision,
            version switch { 1 => 5, 2 => Math.Clamp((bits is < 40 ? bits * 8 : bits) / 8, 5, 16), 4 => 16, _ => 32 },
            Text(file.Get(dictionary, "O")),
            Text(file.Get(dictionary, "U")),
            Text(file.Get(dictionary, "UE")),
            unchecked((int)((file.Get(dictionary, "P") as PdfInteger)?.Integer ?? 0)),
            Text(file.Resolve(id) is PdfArray { Items: [PdfObject first, ..] } ? file.Resolve(first) : PdfNull.Instance),
            file.Get(dictionary, "EncryptMetadata") is not PdfBoolean { Value: false },
            version < 4 ? new Dictionary<string, CipherMethod> { [Only] = CipherMethod.Rc4 } : ReadMethods(file, dictionary),
            version < 4 ? Only : Name(file, dictionary, "StrF"),
            version < 4 ? Only : Name(file, dictionary, "StmF"));
    }

    private static Dictionary<string, CipherMethod> ReadMethods(PdfFile file, PdfDictionary dictionary)
    {
        Dictionary<string, CipherMethod> methods = [];
        foreach ((string name, PdfObject value) in file.GetDictionary(dictionary, "CF")?.Entries ?? PdfDictionary.Empty.Entries)
        {
            methods[name] = file.Resolve(value) is PdfDictionary filter ? Method(Name(file, filter, "CFM")) : CipherMethod.None;
        }

        methods[PdfCipher.Identity] = CipherMethod.None;
        return methods;
    }

    private static CipherMethod Method(string name) => name switch
    {
        "V2" => CipherMethod.Rc4,
        "AESV2" => CipherMethod.Aes128,
        "AESV3" => CipherMethod.Aes256,
        _ => CipherMethod.None,
    };

    private static string Name(PdfFile file, PdfDictionary dictionary, string key) =>
        file.Get(dictionary, key) is PdfName name ? name.Value : PdfCipher.Identity;

    private static int Number(PdfFile file, PdfDictionary dictionary, string key, int otherwise) =>
        file.Get(dictionary, key) is PdfInteger value ? (int)Math.Clamp(value.Integer, int.MinValue, int.MaxValue) : otherwise;

    private static byte[] Text(PdfObject value) => value is PdfString text ? text.Bytes : [];
}

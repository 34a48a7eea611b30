using System.Collections;
using System.Security;
using MediaTokens.Requests;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>The arguments for Invoke-RestMethod, and the header that holds the key.</summary>
public sealed class SplatTests
{
    private const string Key = "sk-not-a-real-key";

    private static readonly VisionRequest Request = Of(Gpt, "What?", "https://example.com/a.png");

    [Fact]
    public void A_splat_is_all_that_Invoke_RestMethod_needs()
    {
        Hashtable splat = Request.ToSplat(Key);
        Assert.Equal(["Body", "ContentType", "Headers", "Method", "Uri"], splat.Keys.Cast<string>().Order(StringComparer.Ordinal));
        Assert.Equal((Request.Uri, "POST", "application/json", Request.ToJson()), (splat["Uri"], splat["Method"], splat["ContentType"], splat["Body"]));
        Assert.Equal($"Bearer {Key}", Assert.Single(((Hashtable)splat["Headers"]!).Cast<DictionaryEntry>()).Value);
    }

    [Fact]
    public void A_key_that_is_kept_from_sight_gives_the_same()
    {
        using SecureString key = new();
        Array.ForEach(Key.ToCharArray(), key.AppendChar);
        Assert.Equal($"Bearer {Key}", ((Hashtable)Request.ToSplat(key)["Headers"]!)["Authorization"]);
        using SecureString empty = new();
        Refused(MediaErrorId.ApiKeyMissing, () => Request.ToSplat(empty));

        // What PowerShell calls for a variable that is not set.
        Refused(MediaErrorId.ApiKeyMissing, () => Request.ToSplat((SecureString?)null));
    }

    [Theory]
    [InlineData("OpenAI", "https://api.openai.com/v1/responses", "Authorization", "Bearer " + Key)]
    [InlineData("OpenAI", "https://me.openai.azure.com/openai/v1/responses", "api-key", Key)]
    [InlineData("Google", "https://generativelanguage.googleapis.com/v1beta/x", "x-goog-api-key", Key)]
    public void Each_vendor_has_its_header(string vendor, string address, string header, string value) =>
        Assert.Equal(value, Assert.Single(RequestHeaders.For(vendor, new(address), Key).Cast<DictionaryEntry>(), entry => (string)entry.Key == header).Value);

    [Theory]
    [InlineData("")]
    [InlineData(Key + "\n")]
    [InlineData(Key + "\r\nX-Other: 1")]
    [InlineData(" " + Key)]
    [InlineData("“" + Key + "”")]
    public void A_key_that_no_header_holds_is_refused_without_telling_it(string key)
    {
        MediaException exception = Refused(MediaErrorId.ApiKeyMissing, () => Request.ToSplat(key));
        Assert.DoesNotContain(Key, exception.ToString(), StringComparison.Ordinal);
    }
}

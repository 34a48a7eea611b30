using System.Net;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class VisionAddressTests
{
    [Theory]
    [InlineData("http://api.openai.com/v1", "-AllowInsecure")]
    [InlineData("http://192.168.1.2:8080", "-AllowInsecure")]
    [InlineData("http://127.0.0.1.example.com", "-AllowInsecure")]
    [InlineData("http://localhost.example.com", "-AllowInsecure")]
    [InlineData("ftp://localhost/v1", "https://")]
    [InlineData("file:///v1", "https://")]
    [InlineData("/v1", "https://")]
    [InlineData("https://user:secret@example.com/v1", "https://")]
    public void A_base_address_to_which_no_key_should_go_is_refused(string address, string advice)
    {
        VisionClientOptions options = new() { BaseUri = new(address, UriKind.RelativeOrAbsolute) };
        MediaException exception = Refusal.Of(MediaErrorId.InvalidUri, () => new VisionClient(options));
        Assert.Contains(advice, exception.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/v1", false)]
    [InlineData("http://localhost:1234/v1", false)]
    [InlineData("http://LOCALHOST/v1", false)]
    [InlineData("http://127.0.0.1:11434", false)]
    [InlineData("http://127.8.9.10", false)]
    [InlineData("http://[::1]:8080", false)]
    [InlineData("http://192.168.1.2:8080", true)]
    public void Other_base_addresses_are_taken(string address, bool allowInsecure)
    {
        using VisionClient client = new(new() { BaseUri = new(address), AllowInsecure = allowInsecure });
    }

    [Theory]
    [InlineData("https://example.com", "https://example.com/chat/completions")]
    [InlineData("https://example.com/v1/", "https://example.com/v1/chat/completions")]
    [InlineData("https://example.com:8443/a%20b?x=y", "https://example.com:8443/a%20b/chat/completions?x=y")]
    public void The_path_of_the_interface_follows_the_base_address(string baseUri, string address) =>
        Assert.Equal(address, VisionAddress.Of(Sending.ChatCompletions, "ChatCompletions", new(baseUri)).AbsoluteUri);

    [Theory]
    [InlineData("gemini-2.5-flash", "gemini-2.5-flash")]
    [InlineData("models/gemini-2.5-flash", "gemini-2.5-flash")]
    [InlineData("../x?y#z", "..%2Fx%3Fy%23z")]
    public void The_models_name_cannot_leave_its_place(string model, string inPath) =>
        Assert.Equal(
            $"https://example.com/v1beta/models/{inPath}:generateContent",
            VisionAddress.Of(Sending.GenerateContent with { Model = model }, "GenerateContent", new("https://example.com")).AbsoluteUri);

    [Theory]
    [InlineData("ChatCompletions", "https://api.openai.com/v1/chat/completions")]
    [InlineData("Responses", "https://api.openai.com/v1/responses")]
    public void Without_a_base_address_it_goes_to_the_vendor_wherever_a_changed_request_says(string api, string address) =>
        Assert.Equal(address, VisionAddress.Of(Sending.ChatCompletions with { Uri = "https://example.com/thief" }, api, null).AbsoluteUri);

    [Theory]
    [InlineData("GenerateContent", "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro-preview:generateContent")]
    [InlineData("CountTokens", "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro-preview:countTokens")]
    public void Geminis_address_holds_the_version_and_the_model(string api, string address) =>
        Assert.Equal(address, VisionAddress.Of(Sending.GenerateContent with { ApiVersion = null }, api, null).AbsoluteUri);

    [Fact]
    public void No_vendor_gets_the_key_of_another()
    {
        Refusal.Of(MediaErrorId.BadRequest, () => VisionAddress.Of(Sending.ChatCompletions, "GenerateContent", null));
        Refusal.Of(MediaErrorId.BadRequest, () => VisionAddress.Of(Sending.GenerateContent, "ChatCompletions", null));
    }

    [Fact]
    public void The_machine_itself_is_reached_without_the_proxy()
    {
        WebProxy system = new("http://proxy.example.com:3128");
        DirectLoopback proxy = new(system);
        Assert.True(proxy.IsBypassed(new("http://127.0.0.1/")));
        Assert.Null(proxy.GetProxy(new("http://[::1]/")));
        Assert.Equal(system.Address, proxy.GetProxy(new("https://api.openai.com/")));
        Assert.False(proxy.IsBypassed(new("https://api.openai.com/")));
    }
}

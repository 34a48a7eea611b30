using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class KeyMaskTests
{
    [Theory]
    [InlineData("Incorrect API key provided: abc. Try again.", "Incorrect API key provided: ***. Try again.")]
    [InlineData("Incorrect API key provided: 'a.b-c'.", "Incorrect API key provided: '***'.")]
    [InlineData("Incorrect API key provided: sk-1234…wxyz", "Incorrect API key provided: ***")]
    [InlineData("the keys sk-abcdefgh, AIzaSyD-1234 and gsk_12****89", "the keys ***, *** and ***")]
    [InlineData("No risk-free task-force was asked.", "No risk-free task-force was asked.")]
    [InlineData("messages[0].content[1].image_url is missing...", "messages[0].content[1].image_url is missing...")]
    [InlineData("The **bold** word stays.", "The **bold** word stays.")]
    [InlineData("The tunnel to proxy 'http://joe:hunter2@127.0.0.1:80/' failed.", "The tunnel to proxy 'http://***@127.0.0.1:80/' failed.")]
    [InlineData("See https://example.com/@joe, or write to joe@example.com.", "See https://example.com/@joe, or write to joe@example.com.")]
    public void What_a_server_shows_of_any_key_is_hidden(string message, string shown) =>
        Assert.Equal(shown, new KeyMask("0123456789").Quote(message));

    [Theory]
    [InlineData("""{"a":"sk/e+y\"1"}""", """{"a":"***\"1"}""")]
    [InlineData("""{"a":"sk\/e\u002by"}""", """{"a":"***"}""")]
    [InlineData("""{"a":"\u0073\u006b\u002fe\u002By"}""", """{"a":"***"}""")]
    [InlineData("sk/e+y sk/e+z", "*** sk/e+z")]
    public void The_key_is_hidden_as_JSON_escapes_it(string text, string hidden) => Assert.Equal(hidden, new KeyMask("sk/e+y").Hide(text));

    [Fact]
    public void A_filler_in_place_of_a_key_changes_no_answer() =>
        Assert.Equal("""{"none":null}""", new KeyMask("none").Hide("""{"none":null}"""));

    [Fact]
    public void A_message_is_one_short_line()
    {
        string shown = new KeyMask("0123456789").Quote($"\u001b[31m a\r\nb {new string('c', 5000)}");
        Assert.Equal(1000, shown.TrimEnd('…').Length + 1);
        Assert.StartsWith("[31m a  b ccc", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy 'http://joe:hunter2@127.0.0.1/'", true)]
    [InlineData("Bearer 0123456789", true)]
    [InlineData("proxy 'http://127.0.0.1/'", false)]
    public void An_exception_that_tells_a_secret_is_known(string text, bool isSecret) => Assert.Equal(isSecret, new KeyMask("0123456789").IsIn(text));

    // Searched as a whole, these take hours: a test that fails hangs.
    [Theory]
    [InlineData(' ')]
    [InlineData('\'')]
    public async Task A_message_of_a_megabyte_is_masked_without_delay(char filler)
    {
        string message = $"key provided: 0123456789{new string(filler, 1 << 20)}x";
        string shown = await Task.Run(() => new KeyMask("0123456789").Quote(message)).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.StartsWith("key provided: ***", shown, StringComparison.Ordinal);
    }
}

using System.Net;
using MediaTokens.Headers.Web;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>The machine itself and private networks are out of reach, by whatever name.</summary>
public sealed class PrivateNetworkTests
{
    // 2130706433, 0x7F000001 and 017700000001 are 127.0.0.1.
    public static TheoryData<string> Hosts => new(
        "127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0x7F000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "0", "0.0.0.0",
        "localhost", "LOCALHOST", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "[::ffff:169.254.169.254]", "[fd00:ec2::254]",
        "[fe80::1]", "[fec0::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "224.0.0.1", "255.255.255.255", "[ff02::1]");

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task An_address_that_is_not_public_is_refused_by_default(string host)
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(TestMedia.Bytes("icon.gif")));
        MediaException exception = WebFiles.Fails(MediaErrorId.PrivateNetwork, $"http://{host}:{server.Port}/icon.gif", new WebOptions());
        Assert.Contains("AllowPrivateNetwork", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    public async Task It_is_read_where_that_is_allowed(string host)
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(TestMedia.Bytes("icon.gif")));
        Assert.NotNull(WebFiles.Read($"http://{host}:{server.Port}/icon.gif").Header);
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::1")]
    public void The_neighbours_of_special_networks_are_public(string address) => Assert.True(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.255.255.255")]
    [InlineData("10.255.255.255")]
    [InlineData("100.127.255.255")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("203.0.113.9")]
    [InlineData("168.63.129.16")]
    [InlineData("240.0.0.1")]
    [InlineData("fe80::1%1")]
    [InlineData("fdff::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("::8.8.8.8")]
    [InlineData("4000::1")]
    public void The_ends_of_special_networks_are_not_public(string address) => Assert.False(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_is_as_private_as_the_address_it_leads_to()
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(TestMedia.Bytes("icon.gif")));
        FakeNetwork network = new(server.Port, ["10.0.0.1", "::1", "169.254.169.254"]);
        WebFiles.Fails(MediaErrorId.PrivateNetwork, () => WebFiles.Read("http://intranet.example/icon.gif", network));
        Assert.Empty(network.Connected);
    }

    [Fact]
    public async Task Of_several_addresses_only_public_ones_are_connected_to()
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(TestMedia.Bytes("icon.gif")));
        FakeNetwork network = new(server.Port, ["127.0.0.1", "8.8.8.8", "10.0.0.1"]);
        Assert.NotNull(WebFiles.Read("http://mixed.example/icon.gif", network).Header);
        Assert.Equal(["8.8.8.8"], network.Connected);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_next_time_is_refused_then()
    {
        byte[] file = [.. "GIF89a"u8, 9, 0, 9, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 9, 0, 9, 0, 0, 2, .. Enumerable.Repeat((byte)1, 100_001)];
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            // So that the next part takes another connection.
            context.Response.Headers.Connection = "close";
            return Answers.Ranged(file)(context);
        });
        FakeNetwork network = new(server.Port, ["8.8.8.8"], ["127.0.0.1"]);
        WebFiles.Fails(MediaErrorId.PrivateNetwork, () => WebFiles.Read("http://rebound.example/icon.gif", network));
        Assert.Equal(["8.8.8.8"], network.Connected);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1/icon.gif")]
    [InlineData("http://inside.example/icon.gif")]
    public async Task A_redirect_to_a_private_network_is_refused(string location)
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        FakeNetwork network = new(server.Port, ["8.8.8.8"], ["192.168.0.1"]);
        WebFiles.Fails(MediaErrorId.PrivateNetwork, () => WebFiles.Read("http://public.example/icon.gif", network));
        Assert.Equal(["8.8.8.8"], network.Connected);
        Assert.Single(server.Requests);
    }
}

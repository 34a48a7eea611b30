using System.Net;
using System.Net.Sockets;

namespace MediaTokens.Headers.Web;

/// <summary>Tells addresses that anyone on the internet can reach from those of the machine, of private networks and of special use.</summary>
/// <remarks>
/// IANA, "IPv4 Special-Purpose Address Registry", "IPv6 Special-Purpose Address Registry", "Internet Protocol Version 6 Address Space".
/// For IPv6 the rule is turned round, since only 2000::/3 is given out to the public.
/// </remarks>
internal static class PublicAddress
{
    private static readonly IPNetwork[] SpecialIPv4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network
        IPNetwork.Parse("10.0.0.0/8"), // private use
        IPNetwork.Parse("100.64.0.0/10"), // carriers' shared addresses
        IPNetwork.Parse("127.0.0.0/8"), // loopback
        IPNetwork.Parse("168.63.129.16/32"), // the host of a virtual machine on Azure
        IPNetwork.Parse("169.254.0.0/16"), // link-local, and the metadata of cloud machines
        IPNetwork.Parse("172.16.0.0/12"), // private use
        IPNetwork.Parse("192.0.0.0/24"), // protocol assignments
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // 6to4 relays
        IPNetwork.Parse("192.168.0.0/16"), // private use
        IPNetwork.Parse("198.18.0.0/15"), // benchmarking
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"), // documentation
        IPNetwork.Parse("224.0.0.0/3"), // multicast, reserved, broadcast
    ];

    private static readonly IPNetwork[] SpecialIPv6 =
    [
        IPNetwork.Parse("2001::/23"), // protocol assignments, Teredo among them
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether the address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(SpecialIPv4, network => network.Contains(address));
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        return Embedded(address) is IPAddress inside
            ? IsPublic(inside)
            : GlobalUnicast.Contains(address) && !Array.Exists(SpecialIPv6, network => network.Contains(address));
    }

    /// <summary>The IPv4 address to which a packet for an IPv6 address goes in the end.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        ReadOnlySpan<byte> bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || Translated.Contains(address) ? new(bytes[12..])
            : SixToFour.Contains(address) ? new(bytes[2..6])
            : null;
    }
}

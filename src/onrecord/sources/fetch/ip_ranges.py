"""Which IP addresses may be connected to.

Source: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates), written out here because what
`ipaddress.is_global` answers differs between versions of Python; plus addresses on which clouds serve credentials.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

IpAddress = IPv4Address | IPv6Address
IpNetwork = IPv4Network | IPv6Network

_CLOSED_4 = tuple(
    (IPv4Network(network), kind)
    for network, kind in (
        ("169.254.169.254/32", "metadata service"), ("100.100.100.200/32", "metadata service"), ("168.63.129.16/32", "metadata service"),
        ("192.0.0.192/32", "metadata service"), ("0.0.0.0/8", "this host"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"), ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "documentation"), ("192.31.196.0/24", "reserved"), ("192.52.193.0/24", "reserved"), ("192.88.99.0/24", "reserved"),
        ("192.168.0.0/16", "private"), ("192.175.48.0/24", "reserved"), ("198.18.0.0/15", "benchmarking"), ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"), ("224.0.0.0/4", "multicast"), ("255.255.255.255/32", "broadcast"), ("240.0.0.0/4", "reserved"),
    )
)  # fmt: skip
_CLOSED_6 = tuple(
    (IPv6Network(network), kind)
    for network, kind in (
        ("fd00:ec2::254/128", "metadata service"), ("fd20:ce::254/128", "metadata service"), ("::/128", "this host"), ("::1/128", "loopback"),
        ("64:ff9b:1::/48", "private"), ("100::/64", "discard-only"), ("100:0:0:1::/64", "reserved"), ("2001:2::/48", "benchmarking"), ("2001:db8::/32", "documentation"),
        ("2001:10::/28", "reserved"), ("2001:20::/28", "reserved"), ("3fff::/20", "documentation"), ("5f00::/16", "reserved"),
        ("fc00::/7", "unique local"), ("fe80::/10", "link-local"), ("fec0::/10", "site-local"), ("ff00::/8", "multicast"),
    )
)  # fmt: skip
_GLOBAL_6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_CARRIERS = (IPv6Network("::ffff:0:0/96"), IPv6Network("::ffff:0:0:0/96"), _NAT64, IPv6Network("::/96"))
"""Networks whose last four bytes are an IPv4 address: mapped, translated, NAT64, compatible."""
_INTERFACES = (0x00005EFE, 0x02005EFE)
"""ISATAP: these four bytes before the last four say that those are an IPv4 address."""


def describe_closed(address: IpAddress, allowed: Sequence[IpNetwork] = ()) -> str | None:
    """Return what kind of address this is when it must not be connected to ("loopback"), else `None`.

    Args:
        address: the address a name led to.
        allowed: networks that may be connected to although they are private.
    """
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        address = IPv6Address(int(address))
    if _is_in(address, allowed):
        return None
    if isinstance(address, IPv4Address):
        return next((kind for network, kind in _CLOSED_4 if address in network), None)
    kind = next((kind for network, kind in _CLOSED_6 if address in network), None)
    if kind is not None:
        return kind
    is_carried = False
    for inner in _list_embedded(address):
        is_carried = True
        if not _is_in(inner, allowed) and (kind := describe_closed(inner)) is not None:
            return f"{kind}, inside an IPv6 address"
    return None if is_carried or address in _GLOBAL_6 else "reserved"


def _is_in(address: IpAddress, networks: Sequence[IpNetwork]) -> bool:
    return any(address.version == network.version and address in network for network in networks)


def _list_embedded(address: IPv6Address) -> Iterator[IPv4Address]:
    """Yield the IPv4 addresses that packets to this IPv6 address may end at."""
    number = int(address)
    if any(address in network for network in _CARRIERS) or (number >> 32) & 0xFFFFFFFF in _INTERFACES:
        yield IPv4Address(number & 0xFFFFFFFF)
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo


def parse_networks(words: Sequence[str]) -> tuple[IpNetwork, ...]:
    """Return networks written as `10.0.0.0/8`, `fd00::/8` or one address.

    Raises:
        ValueError: a word is no network.
    """
    return tuple(ip_network(word.strip(), strict=False) for word in words)

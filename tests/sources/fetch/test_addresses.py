"""What may be connected to: every way to write an address that must not be, refused; honest ones let through."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.fetch.addresses import AddressRules, check_addresses, parse_target
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.ip_ranges import describe_closed, parse_networks

RULES = AddressRules()
CLOSED_HOSTS = [
    "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.255.255.254", "0177.0.0.1", "0177.0.0.01", "0x7f.0.0.1", "0x7f.1", "0x7F000001", "2130706433", "017700000001",
    "0", "0.0.0.0", "0x", "00000000000", "0.1.2.3", "10.0.0.1", "10.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.257", "3232235521", "169.254.169.254",
    "0xa9fea9fe", "0251.0376.0251.0376", "2852039166", "169.254.43518", "168.63.129.16", "100.64.0.1", "100.100.100.200", "192.0.0.192", "192.0.2.1", "198.18.0.1",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1",
    "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]", "[::7f00:1]",
    "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::a00:1]", "[64:ff9b:1::8.8.8.8]", "[2002:7f00:1::]", "[2002:c0a8:0101::1]", "[2001:0:7f00:1::]",
    "[2001:0:808:808:0:0:80ff:fffe]", "[2001:4860::5efe:10.0.0.1]", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd12:3456::1]", "[fd00:ec2::254]", "[ff02::1]", "[100::1]",
    "[2001:db8::1]", "[3fff::1]", "[4000::1]", "[5f00::1]",
    "１２７.０.０.１", "127。0。0。1", "①②⑦.0.0.1",
]  # fmt: skip
MALFORMED = [
    "http://[fe80::1%25eth0]/", "http://[::1/", "http://[::g]/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://09.1.1.1/", "http://1..1/", "http://4294967296/",
    "http://127.0.0.1%2eexample/", "http://%31%32%37.0.0.1/", "http://a b/", "http://exa mple.org/", "http://example.org\\@127.0.0.1/", "http://127.0.0.1\\.example.org/",
    "http://user@127.0.0.1/", "http://example.org@127.0.0.1/", "http://example.org:80@127.0.0.1/", "http://user:pass@example.org/", "http://example.org%00.evil/", "http://exa\nmple.org/",
    "http://exam\tple.org/", "http:///path", "http://", "http://:80/", "http://.../", "http://a..b/", "http://-/", "http://" + "a" * 64 + ".org/", "http://" + "a." * 130 + "org/",
    "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "data:text/html,x", "javascript:alert(1)", "example.org", "//example.org/", "", " ", "http://example.org:99999/",
    "http://example.org:x/", "http://example.org:-1/", "http://example.org/" + "a" * 9000, "http://ex\ud800ample.org/", "http://\u202e.org/", "dict://localhost:11211/", "ht\ttp://x.org/",
]  # fmt: skip


def code_of(url: str, rules: AddressRules = RULES) -> str:
    with pytest.raises(FetchFailedError) as caught:
        parse_target(url, rules)
    assert caught.value.problem.message
    return caught.value.problem.code


@pytest.mark.parametrize("host", CLOSED_HOSTS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_closed_address_is_refused_however_it_is_written(host: str, scheme: str) -> None:
    assert code_of(f"{scheme}://{host}/latest/meta-data") == "fetch_refused_address"


@pytest.mark.parametrize("url", MALFORMED)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    assert code_of(url) == "fetch_bad_address"


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("HTTP://Example.ORG", "example.org", "/"), ("http://example.org./a?b=c#d", "example.org", "/a?b=c"), ("http://bücher.example/ü?q=ß", "xn--bcher-kva.example", "/%C3%BC?q=%C3%9F"),
        ("http://новини.укр/", "xn--b1amarcd.xn--j1amh", "/"), ("http://8.8.8.8/", "8.8.8.8", "/"), ("http://134744072/", "8.8.8.8", "/"), ("http://0x8.010.8.8/", "8.8.8.8", "/"),
        ("http://[2001:4860:4860::8888]/", "2001:4860:4860::8888", "/"), ("http://[64:ff9b::8.8.8.8]/", "64:ff9b::808:808", "/"), ("http://a_b.example.org/x y", "a_b.example.org", "/x%20y"),
        ("http://1and1.com/%C3%A4%20b", "1and1.com", "/%C3%A4%20b"), ("  http://example.org/a\n", "example.org", "/a"), ("https://example.org:443/", "example.org", "/"),
    ],
)  # fmt: skip
def test_an_honest_address_is_read_as_browsers_read_it(url: str, host: str, path: str) -> None:
    target = parse_target(url, RULES)
    assert (target.host, target.path) == (host, path)


def test_an_address_read_twice_is_the_same() -> None:
    once = parse_target("http://Bücher.example:80/ü?q=1#x", RULES)
    assert parse_target(once.url, RULES) == once


def test_only_the_ports_of_the_web_are_asked_unless_others_are_named() -> None:
    assert code_of("http://example.org:8080/") == "fetch_refused_address"
    assert code_of("http://example.org:22/") == "fetch_refused_address"
    assert parse_target("http://example.org:8080/", AddressRules(ports=frozenset({8080}))).authority == "example.org:8080"
    assert parse_target("https://[2001:4860:4860::8888]:80/", RULES).authority == "[2001:4860:4860::8888]:80"


def test_a_private_network_is_open_when_it_is_named_and_only_it() -> None:
    rules = AddressRules(allow_private=parse_networks(["10.1.0.0/16", "fd12::/16"]))
    for host in ("10.1.2.3", "[::ffff:10.1.2.3]", "[fd12::1]"):
        assert parse_target(f"http://{host}/", rules).address is not None
    for host in ("10.2.0.1", "127.0.0.1", "[fd13::1]", "[::ffff:10.2.0.1]"):
        assert code_of(f"http://{host}/", rules) == "fetch_refused_address"


def test_a_redirect_target_is_read_against_its_page() -> None:
    assert parse_target("../b?c", RULES, base="http://example.org/a/x/y").url == "http://example.org/a/b?c"
    assert parse_target("//other.example/", RULES, base="https://example.org/").url == "https://other.example/"


def test_one_closed_address_among_open_ones_refuses_the_name() -> None:
    with pytest.raises(FetchFailedError, match=r"leads to `10\.0\.0\.1`"):
        check_addresses("http://x.example/", "x.example", [ip_address("8.8.8.8"), ip_address("10.0.0.1")], RULES)


@given(st.ip_addresses(v=4))
def test_an_ipv6_address_that_carries_a_closed_one_is_closed(inner: IPv4Address) -> None:
    number = int(inner)
    carriers = [IPv6Address(0xFFFF << 32 | number), IPv6Address((0x64FF9B << 96) | number), IPv6Address((0x2002 << 112) | (number << 80)), IPv6Address(number)]
    if describe_closed(inner):
        assert all(describe_closed(carrier) for carrier in carriers)
    else:
        assert describe_closed(carriers[0]) is None


@given(st.ip_addresses(v=4))
def test_what_python_calls_private_is_closed(address: IPv4Address) -> None:
    if address.is_private or address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local:
        assert describe_closed(address)


@given(st.ip_addresses(v=4))
def test_every_way_to_write_a_number_means_the_same_host(address: IPv4Address) -> None:
    number, rules = int(address), AddressRules(allow_private=parse_networks(["0.0.0.0/0"]))
    a, b, c, d = address.packed
    for host in (str(address), str(number), hex(number), f"0{number:o}", f"{a}.{number & 0xFFFFFF}", f"0{a:o}.{hex(b)}.{c << 8 | d}", f"{address}."):
        assert parse_target(f"http://{host}/", rules).address == address


@given(st.text(max_size=40))
def test_no_words_make_the_reader_fail_otherwise(words: str) -> None:
    for url in (words, f"http://{words}", f"http://example.org/{words}", f"http://[{words}]/", f"http://{words}:80/"):
        try:
            target = parse_target(url, RULES)
        except FetchFailedError:
            continue
        assert target.url.isascii()
        assert parse_target(target.url, RULES) == target

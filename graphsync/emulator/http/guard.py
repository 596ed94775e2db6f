"""Which requests are answered: only those that were addressed to the emulator itself."""

from collections.abc import Collection, Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

_LOCAL_NAMES = frozenset({"localhost"})


def host_of(headers: Mapping[str, str]) -> str:
    """Return the name in the `Host` header, in lower case and without its port."""
    try:
        return (urlsplit(f"//{headers.get('host', '')}").hostname or "").lower()
    except ValueError:
        return ""


def is_own_host(host: str, own: Collection[str], bound: str) -> bool:
    """Return whether a request's `Host` names this emulator.

    A web page can make a browser send requests here under the page's own name (DNS rebinding), so
    no name is accepted but `localhost`, the bound address, and those in `own`. IP addresses cannot
    be rebound: loopback is always accepted, any address where the emulator listens on all of them.
    """
    return (
        host == bound.lower() or host in _LOCAL_NAMES or host in own or _is_fitting_ip(host, bound)
    )


def has_foreign_origin(headers: Mapping[str, str]) -> bool:
    """Return whether a browser sent the request for a page of another host."""
    origin = headers.get("origin")
    return origin is not None and _netloc(origin) != headers.get("host", "").lower()


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def is_own_page(origin: str, own: Collection[str], bound: str) -> bool:
    """Return whether a page comes from this machine, or from a name that is allowed."""
    return is_own_host(host_of({"host": _netloc(origin)}), own, bound)


def _is_fitting_ip(host: str, bound: str) -> bool:
    try:
        return ip_address(host).is_loopback or ip_address(bound).is_unspecified
    except ValueError:
        return False

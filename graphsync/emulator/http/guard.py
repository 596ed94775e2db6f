"""Who may use the admin surface and the page: only requests that were addressed to the emulator itself."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

_LOCAL_NAMES = frozenset({"localhost"})


def is_own_address(headers: Mapping[str, str], bound: str) -> bool:
    """Tell whether a request names this emulator, so that no foreign page or name that leads here can steer it.

    A request is foreign when its `Host` is neither the bound address nor loopback, or its `Origin` is another host.
    """
    host = _name(f"//{headers.get('host', '')}")
    if host != bound.lower() and host not in _LOCAL_NAMES and not _is_fitting_ip(host, bound):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _name(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _is_fitting_ip(host: str, bound: str) -> bool:
    try:
        return ip_address(host).is_loopback or ip_address(bound).is_unspecified
    except ValueError:
        return False

"""The server that a client talks to: where its paths begin, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from graphsync.errors import ForeignOrigin, NotAvailable, Refused
from graphsync_client.availability import MAIN, MISSING, lacks
from graphsync_client.types import Value

_PORTS = {"https": 443, "http": 80}
_LONGEST = 60_000  # httpx raises an error of its own from 65,536 on, counted with the server's name


class Endpoint(Value):
    """The address of one version of Graph, such as `https://graph.microsoft.com/v1.0`."""

    url: str
    version: str = MAIN
    """The metadata that it follows."""

    @classmethod
    def of(
        cls, endpoint: str, version: str = MAIN, allow_plain_http: Iterable[str] = ()
    ) -> Endpoint:
        """Check an endpoint.

        Raises ValueError where a token must not be sent there, or nobody knows the version.

        Args:
            endpoint: The base address, version included.
            version: The metadata that it follows.
            allow_plain_http: Hosts that may be plain http besides loopback, by their exact names.

        """
        allowed = _host_names(allow_plain_http)
        if version not in MISSING:
            raise ValueError(f"version {version!r} is not known; there are {', '.join(MISSING)}")
        parts = urlsplit(endpoint)
        if parts.scheme not in _PORTS or not parts.hostname or parts.query or parts.fragment:
            raise ValueError(
                f"endpoint {endpoint!r} is not a base address; write it like"
                " https://graph.microsoft.com/v1.0"
            )
        if parts.username is not None or parts.password is not None:
            raise ValueError(
                "the endpoint holds a user name or password; credentials are passed separately"
            )
        host = parts.hostname
        if parts.scheme == "http" and not is_loopback(host) and host not in allowed:
            raise ValueError(
                f"endpoint {endpoint!r} is not encrypted, and anybody on the way could read the"
                " token; plain http is for loopback addresses and for hosts that the client is"
                f" given by name. For a test server: allow_plain_http=({host!r},)"
            )
        if not parts.path.strip("/"):
            # Every call would end in a 404, which looks like a wrong id.
            raise ValueError(
                f"endpoint {endpoint!r} has no version; write it with one, like"
                f" {endpoint.rstrip('/')}/v1.0"
            )
        # Its scheme decides whether a proxy may see the token, so it has one spelling.
        return cls(parts.scheme + endpoint[len(parts.scheme) :].rstrip("/"), version)

    @property
    def is_plain(self) -> bool:
        """Whether this is plain http, which loopback addresses and hosts allowed by name may be."""
        return self.url.startswith("http:")

    @property
    def host(self) -> str:
        """The name of the server."""
        return urlsplit(self.url).hostname or ""

    @property
    def origin(self) -> str:
        """The scheme, name and port of the server."""
        return "/".join(self.url.split("/", 3)[:3])

    @property
    def beta(self) -> Endpoint:
        """The beta root of the same server, for operations that exist in beta alone."""
        root, _, _ = self.url.rpartition("/")
        return Endpoint(f"{root}/beta", self.version)

    def check_has(self, operation: str) -> None:
        """Raise `NotAvailable` for an operation that the server does not have."""
        if lacks(self.version, operation):
            raise NotAvailable(
                f"{operation} does not exist in {self.version}, which {self.url} follows; nothing"
                " was sent. docs/reference/operations.md lists what each cloud has. If this server"
                " has it, pass version= to the client",
                operation,
                self.version,
            )

    def absolute(self, target: str) -> str:
        """Return the whole address of a path below the root, or of a link to this very server.

        Raises `ForeignOrigin` for a link to another one, and `Refused` for what would change on its
        way to the wire.
        """
        _check_exact(target)
        if target.startswith("/") and not target.startswith("//"):
            return self.url + target
        try:
            same = _origin(urlsplit(target)) == _origin(urlsplit(self.url))
        except ValueError:  # a port that is no number, brackets that do not close
            same = False
        if not same:
            raise ForeignOrigin(
                f"{target[:200]!r} is not on {self.url}; the token is sent only there. "
                "Pass a path that begins with a slash, or a link that this server gave"
            )
        return target

    def link(self, link: str) -> str:
        """Return a link of the service as a whole address, with its blanks encoded; whose it is,
        `absolute` checks.

        A link that begins with a slash is relative to the server, as the standard of addresses has
        it, and not to the version root.
        """
        link = link.replace(" ", "%20")
        if link.startswith("//"):
            return self.url.split(":", 1)[0] + ":" + link
        return self.origin + link if link.startswith("/") else link

    def resumed(self, link: str) -> str:
        """Return a link that a caller has kept.

        One that begins with a slash may also be a path below the root.
        """
        root = self.url.removeprefix(self.origin)
        is_path = link.startswith("/") and not link.startswith((f"{root}/", "//"))
        return link.replace(" ", "%20") if is_path else self.link(link)

    def below(self, link: str) -> str:
        """Return a link's path as seen from the root where it is below it, else the link."""
        return link.removeprefix(self.url) if link.startswith(f"{self.url}/") else link


def _check_exact(target: str) -> None:
    """Refuse what libraries below would change silently, and so address something else."""
    path = target.split("?", 1)[0]
    if len(target) > _LONGEST:
        raise Refused(
            f"{target[:200]!r}... is {len(target):,} characters long, more than the {_LONGEST:,}"
            " that can be sent; ask for less, such as fewer conditions in a filter"
        )
    if not target.isprintable() or " " in target or "\\" in path:
        problem = "holds blanks, control characters or backslashes"
    elif "#" in target:
        problem = "holds a fragment, which is never sent; a # is written %23"
    elif any(segment in {".", ".."} for segment in path.split("/")):
        problem = "holds . or .. as a segment, which would address another resource"
    else:
        return
    raise Refused(f"{target[:200]!r} {problem}; percent-encode what belongs to an id or a value")


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None, bool]:
    return (
        parts.scheme,
        parts.hostname,
        parts.port or _PORTS.get(parts.scheme),
        parts.username is not None,
    )


def _host_names(names: Iterable[str]) -> frozenset[str]:
    """Return host names as addresses are compared with them; refuse what matches no host."""
    if isinstance(names, str):
        raise TypeError(
            f"allow_plain_http={names!r} is text, but must be a collection of host names; "
            f"write ({names!r},)"
        )
    return frozenset(map(_host_name, names))


def _host_name(name: str) -> str:
    bare = name.removeprefix("[").removesuffix("]")
    try:
        return str(ip_address(bare))
    except ValueError:
        if re.fullmatch(r"[\w.-]+", name):
            return name.lower()
    raise ValueError(
        f"allow_plain_http: {name!r} is not a host name; write each one out, without scheme, port"
        " and path, such as 'emulator'"
    )


def is_loopback(host: str) -> bool:
    """Return whether a host name is this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

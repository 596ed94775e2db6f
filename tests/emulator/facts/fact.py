"""One fact of the service: the requests that show it, and what the last answer has to be."""

from dataclasses import dataclass, field
from typing import Any


class Absent:
    """The mark of a member that an answer must not have."""


ABSENT = Absent()


@dataclass(frozen=True)
class Step:
    """A request, or (`advance`) minutes in which the tenant's clock moves on."""

    method: str = ""
    path: str = ""
    body: object = None
    headers: dict[str, str] = field(default_factory=dict)
    advance: float = 0


@dataclass(frozen=True)
class Fact:
    """A fact in short words, and how it shows.

    Args:
        words: What the service does.
        steps: Requests; the answer to the last one is looked at.
        status: Its status.
        members: Its members by dotted path, with `#` for a length; a compiled pattern has to be
            found, `ABSENT` has to be missing, `...` only has to be there. `header:NAME` is a header.
        switches: What the tenant is run with.
        differs: Why the local Graph does not do it; the test then holds that it does not.

    """

    words: str
    steps: tuple[Step, ...]
    status: int = 200
    members: dict[str, Any] = field(default_factory=dict)
    switches: dict[str, Any] = field(default_factory=dict)
    differs: str = ""


def request(text: str, body: object = None, **headers: str) -> Step:
    """Return a step of `METHOD path`; names of headers have _ for -."""
    method, _, path = text.partition(" ")
    return Step(method, path, body, {name.replace("_", "-"): v for name, v in headers.items()})


def wait(minutes: float) -> Step:
    """Return a step in which the clock moves on."""
    return Step(advance=minutes)

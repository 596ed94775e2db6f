"""What a look-up asks, and what its answer means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from graphsync._core.query_options import quoted
from graphsync.errors import NoMatch, SeveralMatches

D_co = TypeVar("D_co", covariant=True)


class Matches(Protocol[D_co]):
    """Be what a look-up of service principals or applications answers."""

    @property
    def value(self) -> Sequence[D_co] | None:
        """What was found."""
        ...

    @property
    def odata_next_link(self) -> str | None:
        """Where there is more."""
        ...


def lookup_filter(display_name: str | None, app_id: str | None) -> str:
    """Write the filter for exactly one of the two."""
    if (display_name is None) == (app_id is None):
        raise TypeError("find() takes either display_name= or app_id=")
    return f"displayName eq {quoted(display_name)}" if display_name is not None else f"appId eq {quoted(app_id or '')}"


def only_match(answer: Matches[D_co], kind: str, wanted: str) -> tuple[D_co, str]:
    """Return the one that was found with its id; raises `NoMatch` or `SeveralMatches`."""
    found: dict[str, Any] = {}  # either of two generated classes, which have no common one with these members
    for item in answer.value or ():
        identified: Any = item
        if identified is not None and identified.id:
            found[identified.id] = identified
    if not found and not answer.odata_next_link:
        raise NoMatch(
            f"no {kind} match {wanted!r}; names must match as a whole, and the token needs Application.Read.All to look them up"
        )
    if len(found) != 1 or answer.odata_next_link:
        listed = "; ".join(f"{item.display_name} ({id})" for id, item in list(found.items())[:20])
        more = " and more" if answer.odata_next_link or len(found) > 20 else ""
        raise SeveralMatches(
            f"{len(found)} {kind} match {wanted!r}: {listed}{more}; choose one by its id, {kind}[id]", tuple(found)
        )
    ((id, only),) = found.items()
    return only, id

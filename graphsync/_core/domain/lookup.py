"""What a look-up asks, and what its answer means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from graphsync._core.request.query_options import quoted
from graphsync.errors import NoMatch, SeveralMatches

D_co = TypeVar("D_co", covariant=True)


class Matches(Protocol[D_co]):
    """What a look-up of service principals or applications answers."""

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
    name, value = ("displayName", display_name) if display_name is not None else ("appId", app_id)
    if not value or not value.strip():
        raise ValueError(f"{name} is empty; find() needs the whole value")
    return f"{name} eq {quoted(value)}"


def identified(answer: Matches[D_co]) -> dict[str, D_co]:
    """Return what a page has, by id."""
    items: Any = (
        answer.value or ()
    )  # either of two generated classes, which have no common one with an id
    return {item.id: item for item in items if item is not None and item.id}


def only_match(
    found: Mapping[str, Any], kind: str, wanted: str, *, is_all: bool
) -> tuple[Any, str]:  # as above
    """Return the one that was found with its id; raises `NoMatch` or `SeveralMatches`."""
    if not found:
        raise NoMatch(
            f"no {kind} match {wanted!r}; names must match as a whole, and the token needs"
            " Application.Read.All to look them up"
        )
    if len(found) > 1:
        listed = "; ".join(f"{item.display_name} ({id})" for id, item in list(found.items())[:20])
        more = "" if is_all and len(found) <= 20 else " and more"
        raise SeveralMatches(
            f"{len(found)}{'' if is_all else ' or more'} {kind} match {wanted!r}: {listed}{more};"
            f" choose one by its id, {kind}[id]",
            tuple(found),
        )
    ((id, only),) = found.items()
    return only, id

"""What a look-up asks, and what its answer means."""

from __future__ import annotations

from graphsync._core.operations import PrincipalPage
from graphsync._core.principal import Principal
from graphsync._core.query_options import quoted
from graphsync.errors import NoMatch, SeveralMatches


def lookup_filter(display_name: str | None, app_id: str | None) -> str:
    """Write the filter for exactly one of the two."""
    if (display_name is None) == (app_id is None):
        raise TypeError("find() takes either display_name= or app_id=")
    return f"displayName eq {quoted(display_name)}" if display_name is not None else f"appId eq {quoted(app_id or '')}"


def only_match(answer: PrincipalPage, kind: str, wanted: str) -> tuple[Principal, str]:
    """Return the one that was found with its id; raises `NoMatch` or `SeveralMatches`."""
    found = [item for item in answer.items if item.id]
    if not found and not answer.next_link:
        raise NoMatch(
            f"no {kind} match {wanted!r}; names must match as a whole, and the token needs Application.Read.All to look them up"
        )
    if len(found) != 1 or answer.next_link:
        listed = "; ".join(f"{item.display_name} ({item.id})" for item in found[:20])
        more = " and more" if answer.next_link or len(found) > 20 else ""
        raise SeveralMatches(
            f"{len(found)} {kind} match {wanted!r}: {listed}{more}; choose one by its id, {kind}[id]",
            [item.id or "" for item in found],
        )
    return found[0], found[0].id or ""

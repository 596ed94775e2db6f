"""OData's query options, as a value that only grows by copies."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime
from typing import Any, Self

from graphsync_client.types import Query, query


class QueryOptions:
    """The query options of a collection; `consistency_level` becomes a header."""

    select: tuple[str, ...] | None = None
    expand: tuple[str, ...] | None = None
    orderby: tuple[str, ...] | None = None
    filter: str | None = None
    search: str | None = None
    top: int | None = None
    skip: int | None = None
    count: bool | None = None
    consistency_level: str | None = None

    def adding(self, **changes: Any) -> Self:  # each option has its own type
        """Return a copy with these options; a second filter is joined to the first by `and`."""
        if "filter" in changes:
            wanted = changes["filter"]
            if not isinstance(wanted, str):
                raise TypeError(_not_an_expression(wanted))
            if not wanted.strip():
                raise ValueError("the filter is empty; leave it out to get everything")
            if self.filter is not None:
                changes["filter"] = f"({self.filter}) and ({wanted})"
        for name in ("top", "skip"):
            number = changes.get(name)
            if isinstance(number, int) and number < (1 if name == "top" else 0):
                raise ValueError(
                    f"${name} is {number}; it must be {1 if name == 'top' else 0} or more"
                )
        for name in ("select", "expand", "orderby"):
            if changes.get(name) == ():
                raise ValueError(f"${name} is empty; leave it out to get the service's default")
        added = copy.copy(self)
        added.__dict__.update(changes)
        return added

    def query(self) -> Query:
        """Write the options as they go on the wire."""
        return query(
            ("$select", self.select),
            ("$expand", self.expand),
            ("$orderby", self.orderby),
            ("$filter", self.filter),
            ("$search", self.search_term),
            ("$top", self.top),
            ("$skip", self.skip),
            ("$count", self.count),
        )

    @property
    def search_term(self) -> str | None:
        """The search as Graph wants it: in double quotes, with those inside escaped."""
        if self.search is None or self.search.startswith('"'):
            return self.search
        escaped = self.search.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    def headers(self) -> dict[str, str]:
        """Return the headers that the options need."""
        return (
            {} if self.consistency_level is None else {"ConsistencyLevel": self.consistency_level}
        )


def _not_an_expression(value: object) -> str:
    remedy = "write it out, such as \"templateId eq 'scim'\""
    if isinstance(value, date):
        remedy = (
            f'write "activityDateTime ge {literal(value)}", with the member to compare in place'
        )
    return f"filter() takes an OData expression as text, not a {type(value).__name__}; {remedy}"


def literal(moment: date) -> str:
    """Write a moment as an OData literal, in UTC; a day is its beginning."""
    if not isinstance(moment, datetime):
        return f"{moment.isoformat()}T00:00:00Z"
    in_utc = moment if moment.tzinfo is None else moment.astimezone(UTC)
    return f"{in_utc:%Y-%m-%dT%H:%M:%SZ}"


def quoted(text: str) -> str:
    """Write text as an OData literal: in single quotes, those inside doubled."""
    return "'" + text.replace("'", "''") + "'"

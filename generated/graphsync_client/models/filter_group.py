"""Graph's `filterGroup`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .filter_clause import FilterClause


class FilterGroup(Model):
    """Conditions that must all hold.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filtergroup
    """

    clauses: list[FilterClause] | None = member("clauses", ListOf(ModelOf("filter_clause", "FilterClause")))
    """The conditions, joined by AND."""

    name: str | None = member("name", TEXT)
    """Name for humans."""

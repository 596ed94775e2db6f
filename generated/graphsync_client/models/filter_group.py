"""Graph's `filterGroup`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .filter_clause import FilterClause


@model
class FilterGroup(Model):
    """Conditions that must all hold.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filtergroup
    """

    clauses: list[FilterClause] | None = field(
        default=ABSENT, metadata=member("clauses", ListOf(ModelOf("filter_clause", "FilterClause")))
    )
    """The conditions, joined by AND."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """Name for humans."""

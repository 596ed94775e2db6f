"""Graph's `filterGroup`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .filter_clause import FilterClause


@model
class FilterGroup(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    clauses: list[FilterClause] | None = field(
        default=ABSENT, metadata=member("clauses", ListOf(ModelOf("filter_clause", "FilterClause")))
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

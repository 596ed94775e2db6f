"""Graph's `filter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .filter_group import FilterGroup


@model
class Filter(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    category_filter_groups: list[FilterGroup] | None = field(
        default=ABSENT, metadata=member("categoryFilterGroups", ListOf(ModelOf("filter_group", "FilterGroup")))
    )
    """As the Graph reference describes it."""

    groups: list[FilterGroup] | None = field(
        default=ABSENT, metadata=member("groups", ListOf(ModelOf("filter_group", "FilterGroup")))
    )
    """As the Graph reference describes it."""

    input_filter_groups: list[FilterGroup] | None = field(
        default=ABSENT, metadata=member("inputFilterGroups", ListOf(ModelOf("filter_group", "FilterGroup")))
    )
    """As the Graph reference describes it."""

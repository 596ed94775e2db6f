"""Graph's `filter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .filter_group import FilterGroup


class Filter(Model):
    """Which objects a mapping provisions: groups of conditions, one of which must hold.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filter
    """

    category_filter_groups: list[FilterGroup] | None = member(
        "categoryFilterGroups", ListOf(ModelOf("filter_group", "FilterGroup"))
    )
    """Experimental: which objects this mapping is meant for at all."""

    groups: list[FilterGroup] | None = member("groups", ListOf(ModelOf("filter_group", "FilterGroup")))
    """The usual scope: an object that no longer satisfies a group is deprovisioned."""

    input_filter_groups: list[FilterGroup] | None = member(
        "inputFilterGroups", ListOf(ModelOf("filter_group", "FilterGroup"))
    )
    """Experimental: drops objects as they are read; none is deprovisioned by it."""

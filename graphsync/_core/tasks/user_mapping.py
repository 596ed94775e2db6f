"""The part of a schema that is about users."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from graphsync.expressions.json_shapes import objects
from graphsync.expressions.tree import Node, attributes_of, calls_of
from graphsync.expressions.value import Reading
from graphsync.mapping.graph_user import readable
from graphsync.mapping.schema import Flow, ObjectPlan, compile_schema

# What schemas call the directory that Graph shows.
_ENTRA: Final = frozenset({"azure active directory", "microsoft entra id"})
_CLOUD_SYNC: Final = ("ad2aad", "aad2ad")


class UserMapping:
    """The object mapping of a schema that makes accounts of users."""

    def __init__(self, plan: ObjectPlan, source_directory: str) -> None:
        self.plan = plan
        self.source_directory = source_directory

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """The source attributes that mappings and scoping filters use."""
        names = dict.fromkeys(name for flow in self.plan.flows for name in attributes_of(flow.node))
        return tuple(names | dict.fromkeys(self._scope_attributes()))

    @cached_property
    def select(self) -> tuple[str, ...]:
        """The members of a user of Graph to read."""
        return readable(self.attributes).select

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The source attributes that Graph does not show."""
        return readable(self.attributes).hidden

    @property
    def is_readable(self) -> bool:
        """Whether the source is a directory that Graph shows."""
        return self.source_directory.casefold() in _ENTRA

    @property
    def references(self) -> tuple[Flow, ...]:
        """The mappings whose values are references to other objects."""
        return tuple(flow for flow in self.plan.flows if flow.reference)

    def calls(self, function: str) -> bool:
        """Return whether a mapping calls a function."""
        return any(function in functions_of(flow.node) for flow in self.plan.flows)

    def _scope_attributes(self) -> Iterator[str]:
        examined = self.plan.scope.examine({})
        for group in (*examined.inputs, *examined.groups):
            yield from (clause.attribute for clause in group)
        if self.plan.containers or self.plan.groups:
            yield "distinguishedName"


def user_mapping(schema: Mapping[str, Any]) -> UserMapping | None:  # Any: JSON
    """Return the enabled object mapping for users; None where there is none."""
    directories = {
        str(rule.get("id", "")): str(rule.get("sourceDirectoryName") or "")
        for rule in objects(schema.get("synchronizationRules"))
    }
    found = [
        UserMapping(plan, directories.get(rule, ""))
        for rule, plans in compile_schema(dict(schema)).rules.items()
        for plan in plans
        if plan.kind == "user"
    ]
    named = [one for one in found if one.plan.source.casefold() == "user"]
    return next(iter(named or found), None)


def reading_of(template_id: str | None) -> Reading:
    """Return which of the two references the expressions of a template follow."""
    is_cloud_sync = (template_id or "").casefold().startswith(_CLOUD_SYNC)
    return "cloud sync" if is_cloud_sync else "application"


def functions_of(node: Node | None) -> frozenset[str]:
    """Return the names of the functions that an expression calls."""
    return frozenset() if node is None else frozenset(call.name for call in calls_of(node))

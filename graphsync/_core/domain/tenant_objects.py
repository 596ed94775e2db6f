"""What of a schema names objects of one tenant, which another one does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from graphsync._core.json_values import as_list, as_object
from graphsync_client.types import Json

# What cloud sync reads of a directory: its containers, or the members of its groups.
_FILTERS = ("containerFilter", "groupFilter")
_OBJECT_ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE)
# A directory extension has the id of the application that declared it in its name.
_EXTENSION = re.compile(r"\bextension_[0-9a-f]{32}_\w+", re.IGNORECASE)


@frozen
class ForAnotherTenant:
    """A schema for a job of another tenant."""

    schema: dict[str, Json]
    filters_left_out: tuple[str, ...]
    """The filters that list objects of the source's tenant, each with its rule."""
    to_check: tuple[str, ...]
    """Places that mention an object id or a directory extension."""


def for_another_tenant(schema: Mapping[str, Json], target: Mapping[str, Json]) -> ForAnotherTenant:
    """Return a schema whose filters that list objects are those that the target has.

    Its rules have the ids of the target's rules already.
    """
    own = {rule.get("id"): rule for rule in _objects(target, "synchronizationRules")}
    rules: list[Json] = []
    left_out: list[str] = []
    for rule in _objects(schema, "synchronizationRules"):
        lists = [name for name in _FILTERS if _lists_something(rule.get(name))]
        there = own.get(rule.get("id"), {})
        rules.append({**rule, **{name: there.get(name) for name in lists}})
        left_out += [f"{name} of {rule.get('name') or rule.get('id')}" for name in lists]
    whole: dict[str, Json] = {**schema, "synchronizationRules": rules}
    return ForAnotherTenant(whole, tuple(left_out), tuple(_mentions(rules)))


def _objects(parent: Mapping[str, Json], name: str) -> list[dict[str, Any]]:
    return [one for one in map(as_object, as_list(parent.get(name))) if one is not None]


def _lists_something(filter: Json) -> bool:
    return any(as_list(value) for value in (as_object(filter) or {}).values())


def _mentions(rules: list[Json]) -> Iterator[str]:
    for rule in filter(None, map(as_object, rules)):
        for mapping in _objects(rule, "objectMappings"):
            for text in sorted(_found(mapping.get("scope"))):
                yield f"{text} in the scoping filter of {mapping.get('name')}"
            for flow in _objects(mapping, "attributeMappings"):
                for text in sorted(_found([flow.get("source"), flow.get("defaultValue")])):
                    yield f"{text} in the mapping of {flow.get('targetAttributeName')}"


def _found(value: Json) -> set[str]:
    if isinstance(value, str):
        return {*_OBJECT_ID.findall(value), *_EXTENSION.findall(value)}
    if isinstance(value, list):
        return set[str]().union(*map(_found, as_list(value)))
    members = as_object(value)
    return set[str]().union(*map(_found, members.values())) if members else set()

"""Schemas: a table of attributes for each pair of object types, folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphsync._core.display.html import folded, table
from graphsync._core.display.text import member, text
from graphsync_client.types import Model

if TYPE_CHECKING:
    from graphsync_client.models import SynchronizationSchema

_HEADINGS = ("Target", "Source", "Flow", "Behaviour", "Default", "Matching priority")


def schema_html(schema: SynchronizationSchema) -> str:
    """Return HTML of a schema: its rules, their object mappings, and the attributes of each."""
    title = f"Schema {text(member(schema, 'id'))}, version {text(member(schema, 'version'))}"
    head = table(
        ("Rule", "From", "To", "Object mappings"),
        map(_rule, _items(schema, "synchronization_rules")),
        title,
    )
    return head + "".join(_mappings(schema))


def _rule(rule: Model) -> tuple[object, ...]:
    return (
        member(rule, "name"),
        member(rule, "source_directory_name"),
        member(rule, "target_directory_name"),
        len([*_items(rule, "object_mappings")]),
    )


def _mappings(schema: SynchronizationSchema) -> Iterator[str]:
    for rule in _items(schema, "synchronization_rules"):
        for mapping in _items(rule, "object_mappings"):
            rows = [_attribute(attribute) for attribute in _items(mapping, "attribute_mappings")]
            kinds = (
                f"{text(member(mapping, 'source_object_name'))} →"
                f" {text(member(mapping, 'target_object_name'))}"
            )
            off = "" if member(mapping, "enabled") is not False else ", disabled"
            count = f"{len(rows)} {'attribute' if len(rows) == 1 else 'attributes'}"
            yield folded(
                f"{text(member(rule, 'name'))}: {kinds}, {count}{off}", table(_HEADINGS, rows)
            )


def _attribute(attribute: Model) -> tuple[object, ...]:
    return (
        member(attribute, "target_attribute_name"),
        member(attribute, "source", "expression"),
        member(attribute, "flow_type"),
        member(attribute, "flow_behavior"),
        member(attribute, "default_value"),
        member(attribute, "matching_priority") or "",
    )


def _items(data: Model, name: str) -> Iterator[Model]:
    found = member(data, name)
    if isinstance(found, list):
        # checked here
        yield from (item for item in found if isinstance(item, Model))  # pyright: ignore[reportUnknownVariableType]

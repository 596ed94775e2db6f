"""What the templates need to know of enumerations and openapi-python-client does not keep."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from generator.document.names import module
from generator.openapi.objects import DESCRIPTION
from generator.openapi.walk import Node, as_list, as_node, schemas
from generator.surface.shapes import kind
from generator.words.docs import Docs
from generator.words.words import Words, described


@frozen
class ValueFacts:
    """One enumeration value."""

    name: str
    wire: str
    number: int
    words: Words


@frozen
class EnumFacts:
    """One enumeration; `flags` says that its values combine."""

    name: str
    module: str
    graph_name: str
    flags: bool
    values: tuple[ValueFacts, ...]
    words: Words


def enum_facts(document: Node, docs: Docs) -> dict[str, EnumFacts]:
    """Return the facts of every enumeration by class name."""
    facts: dict[str, EnumFacts] = {}
    for name, place, schema in schemas(document):
        if kind(schema) not in {"enum", "flags"}:
            continue
        graph_name: str = schema["x-graphsync-name"]
        numbers: Mapping[str, int] = schema.get("x-graphsync-flags", {})
        said = {
            as_node(value).get("value"): as_node(value).get(DESCRIPTION)
            for value in as_list(as_node(schema.get("x-ms-enum")).get("values"))
        }
        values = tuple(
            ValueFacts(
                python,
                wire,
                numbers.get(wire, 0),
                described(docs.value(graph_name, wire), said.get(wire)),
            )
            for python, wire in zip(schema["x-enum-varnames"], schema["enum"], strict=True)
        )
        facts[name] = EnumFacts(
            name,
            module(name, place),
            graph_name,
            bool(numbers),
            values,
            described(docs.enum(graph_name), schema.get(DESCRIPTION)),
        )
    return facts

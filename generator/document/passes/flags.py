"""Flags enumerations travel as comma-separated names in one string, which OpenAPI cannot say.

Observed: the document marks them with `x-ms-enum-flags` and lists names without values; clients
that read them as one enumeration value, or write a list of them, lose `flowTypes` from every object
mapping.
"""

from __future__ import annotations

import re

from generator.errors import GeneratorError
from generator.openapi.pointer import escape
from generator.openapi.walk import Node, as_node, schemas

_FIT = re.compile(r"[^,\s]+")


def flags(document: Node) -> Node:
    """Mark flags enumerations with their names' values: the overlay's, else a bit each in order."""
    for _, place, schema in schemas(document):
        schema.pop("x-graphsync-flags", None)
        mark = schema.pop("x-ms-enum-flags", None)
        values = schema.pop("x-graphsync-values", None)
        if not as_node(mark).get("isFlags") and values is None:
            continue
        names: list[str] = schema.get("enum", [])
        unfit = [name for name in names if not _FIT.fullmatch(str(name)) or str(name) != name]
        if unfit or not names:
            raise GeneratorError(
                place=f"{place}/enum",
                found=f"the flag {unfit[0]!r}" if unfit else "flags without names",
                expected="names without commas and blanks, which separate flags on the wire",
            )
        if values is None:
            bits = iter(range(len(names)))
            values = {name: 0 if name.casefold() == "none" else 1 << next(bits) for name in names}
        # Versions of Graph spell one name in different cases.
        numbers = {str(name).casefold(): value for name, value in as_node(values).items()}
        known = {name: numbers[name.casefold()] for name in names if name.casefold() in numbers}
        for name, value in known.items():
            if type(value) is not int or value < 0:
                raise GeneratorError(
                    place=f"{place}/x-graphsync-values/{escape(name)}",
                    found=repr(value),
                    expected="a whole number",
                )
        missing = [name for name in names if name not in known]
        if missing:
            raise GeneratorError(
                place=place,
                found=f"flags without a value: {', '.join(missing)}",
                expected="a value for every name in spec/overlay.yaml",
            )
        schema["x-graphsync-flags"] = known
    return document

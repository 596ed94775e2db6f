"""Documents of before 2023 list in `$select`, `$expand` and `$orderby` each name that may be given,
as an `enum`.

Observed: published beta documents of 2022 do, and v1.0 documents do not. The names are those of
properties, which the type has already, and the service takes more of them, such as paths.
"""

from __future__ import annotations

from generator.openapi.walk import Node, as_list, as_node, operations


def option_values(document: Node) -> Node:
    """Take the listed names from query options that are text or lists of text."""
    for _, _, _, operation in operations(document):
        for parameter in as_list(operation.get("parameters")):
            schema = as_node(as_node(parameter).get("schema"))
            if as_node(parameter).get("in") != "query":
                continue
            for node in (schema, as_node(schema.get("items"))):
                if node.get("type") == "string" and "enum" in node:
                    del node["enum"]
    return document

"""Functions take arguments that the document writes as aliases,
`getAllRecordings(userId='@userId')`, beside a query option.

Observed: with the alias in quotes the service reads the very text `@userId`. Written in its place
the value works.
"""

from __future__ import annotations

import re

from generator.openapi.walk import METHODS, Node, as_node

_ALIAS = re.compile(r"(?<=[(,])(\w+)=('?)@(\w+)\2(?=[,)])")


def argument_aliases(document: Node) -> Node:
    """Write the arguments of functions in their place, and make path parameters of the options
    that stood for them.
    """
    paths: dict[str, Node] = {}
    for path, item in document["paths"].items():
        aliases = {found[3] for found in _ALIAS.finditer(path)}
        options = {
            parameter["name"].removeprefix("@")
            for method in METHODS
            for parameter in as_node(item.get(method)).get("parameters", ())
            if parameter.get("in") == "query"
        }
        if not aliases or not aliases <= options:
            paths[path] = item
            continue
        for method in METHODS:
            for parameter in as_node(item.get(method)).get("parameters", ()):
                if (
                    parameter.get("in") == "query"
                    and parameter["name"].removeprefix("@") in aliases
                ):
                    parameter.update(
                        name=parameter["name"].removeprefix("@"), required=True, **{"in": "path"}
                    )
        paths[_ALIAS.sub(lambda found: f"{found[1]}={found[2]}{{{found[3]}}}{found[2]}", path)] = (
            item
        )
    document["paths"] = paths
    return document

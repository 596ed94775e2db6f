"""A slice rewritten the way beta documents are: other spellings of the same, and a function more."""

from __future__ import annotations

import json
import re
from typing import Any

_ACTIONS = re.compile(
    r"/(acquireAccessToken|discover|parseExpression|pause|provisionOnDemand|restart|start|validateCredentials"
    r"|filterOperators\(\)|functions\(\))$"
)


def beta_like(document: dict[str, Any]) -> bytes:
    """Write a slice as a JSON document of beta's kind: namespaces in paths, numeric codes, no extensions, `Ping()`."""
    paths = {
        _ACTIONS.sub(r"/microsoft.graph.\1", path): item for path, item in document["paths"].items()
    }
    for owner in [path for path in paths if path.endswith("/synchronization")]:
        paths[f"{owner}/microsoft.graph.Ping()"] = {
            "parameters": paths[owner]["parameters"],
            "get": _ping(),
        }
    made = {**document, "servers": [{"url": "https://graph.microsoft.com/beta"}], "paths": paths}
    return json.dumps(_rewritten(made)).encode()


def _ping() -> dict[str, Any]:
    value = {"type": "object", "properties": {"value": {"type": "string", "nullable": True}}}
    return {
        "operationId": "synchronization.ping",
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": value}}}
        },
    }


def _rewritten(node: Any, key: str = "", above: str = "") -> Any:
    if isinstance(node, list):
        return [_lower(item) if key == "enum" else _rewritten(item) for item in node]
    if not isinstance(node, dict):
        return node
    if key == "responses" and above != "components":
        return {
            {"2XX": "200", "4XX": "404", "5XX": "500"}.get(code, code): _rewritten(node[code])
            for code in node
        }
    kept = {name: value for name, value in node.items() if not name.startswith("x-ms-")}
    # Values are camelCase in beta and PascalCase in v1.0; a property that is spelled in two ways was seen, too.
    return {
        ("Date" if (key, name) == ("properties", "date") else name): _rewritten(
            kept[name], name, key
        )
        for name in kept
    }


def _lower(value: str) -> str:
    return value[:1].lower() + value[1:]

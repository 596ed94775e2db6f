"""The document does not say which values are secrets; a repr must not show them.

The overlay marks those of the project. In a document of another part of Graph the names decide.
"""

from __future__ import annotations

import re

from generator.openapi.walk import Node, as_node, schemas

_MARK = "x-graphsync-secret"
_SECRET = re.compile(
    r"(password|passphrase|secret|secrettext|secretvalue|privatekey|presharedkey|accesskey|apikey"
    r"|accountkey|accesstoken|refreshtoken|idtoken|bearertoken|sastoken|securitytoken)$",
    re.IGNORECASE,
)
# Names that are secret in one type only.
_IN_TYPES = {"keycredential": "key", "bitlockerrecoverykey": "key"}


def secret_names(document: Node) -> Node:
    """Mark text whose name says that it is a password, a key or a token, if nothing marks it."""
    for name, _, schema in schemas(document):
        own = _IN_TYPES.get(name.rpartition(".")[2].casefold())
        for part in (schema, *(as_node(part) for part in schema.get("allOf", ()))):
            for wire, property_ in as_node(part.get("properties")).items():
                held = as_node(property_)
                is_text = held.get("type") == "string" and "enum" not in held
                if is_text and (wire == own or _SECRET.search(wire)):
                    held.setdefault(_MARK, True)
    return document

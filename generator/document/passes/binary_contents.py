"""Pictures go and come as `image/bmp`, `image/gif` and five more.

Observed: openapi-python-client drops an operation with a content type that it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from generator.openapi.walk import Node, as_node, operations

SENT_AS = "x-graphsync-content-type"
_OCTETS = "application/octet-stream"
_BYTES = {"schema": {"type": "string", "format": "binary"}}


def binary_contents(document: Node) -> Node:
    """Describe bytes of whatever type as bytes; the first type of a body is what it is sent as."""
    for _, _, _, operation in operations(document):
        for answer in as_node(operation.get("responses")).values():
            if _is_binary(as_node(as_node(answer).get("content"))):
                answer["content"] = {_OCTETS: deepcopy(_BYTES)}
        body = as_node(operation.get("requestBody"))
        contents = as_node(body.get("content"))
        if _is_binary(contents):
            operation[SENT_AS] = next(iter(contents))
            body["content"] = {_OCTETS: deepcopy(_BYTES)}
    return document


def _is_binary(contents: Mapping[str, object]) -> bool:
    formats = {as_node(as_node(media).get("schema")).get("format") for media in contents.values()}
    return formats == {"binary"}

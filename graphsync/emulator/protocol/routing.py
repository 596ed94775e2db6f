"""From a path to the operation that answers it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias
from urllib.parse import unquote

from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.reply import Reply

Handler: TypeAlias = Callable[[Call], Reply]

_NAMESPACE = "microsoft.graph."
_KEYED = re.compile(r"([A-Za-z0-9_$.]+)\((?:(appId)=)?'((?:[^']|'')*)'\)")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: method, path template, who may call it and what answers.

    A template that begins with `R/` stands below the synchronization of a service principal and of
    an application. An operation of `beta` is not served below `/v1.0`.
    """

    method: str
    template: str
    handler: Handler
    permission: frozenset[str]
    writes: bool = False
    beta: bool = False


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict[str, "_Node"])
    wildcard: "tuple[str, _Node] | None" = None
    operations: dict[str, Operation] = field(default_factory=dict[str, Operation])


@dataclass(frozen=True, slots=True)
class Match:
    """What a path led to: the operations there by method, and the values of the template's
    names.
    """

    operations: dict[str, Operation]
    names: dict[str, str]


class Router:
    """A tree of path segments, whose case does not count.

    A fixed segment is tried before a name.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        self.operations = tuple(_expand(operations))
        for operation in self.operations:
            self._add(operation)

    def match(self, segments: list[str]) -> Match | None:
        """Find the place of a path, given as the segments of `segments`.

        None when there is none.
        """
        node, names = self._root, dict[str, str]()
        for segment in segments:
            child = node.children.get(segment.lower())
            if child is None:
                if node.wildcard is None:
                    return None
                name, child = node.wildcard
                names[name] = segment
            node = child
        return Match(node.operations, names)

    def first_unknown(self, segments: list[str]) -> str:
        """Return the first segment of a path that leads nowhere, its last where all are known."""
        node = self._root
        for segment in segments:
            child = node.children.get(segment.lower()) or (node.wildcard and node.wildcard[1])
            if not child:
                return segment
            node = child
        return segments[-1]

    def _add(self, operation: Operation) -> None:
        node = self._root
        for segment in operation.template.split("/"):
            if segment.startswith("{"):
                node.wildcard = node.wildcard or (segment[1:-1], _Node())
                node = node.wildcard[1]
            else:
                node = node.children.setdefault(segment.lower(), _Node())
        if operation.method in node.operations:
            raise ValueError(f"{operation.method} {operation.template} is registered twice")
        node.operations[operation.method] = operation


def _expand(operations: Iterable[Operation]) -> Iterable[Operation]:
    for operation in operations:
        if operation.template.split("/", 1)[0] == "R":
            for owner in ("servicePrincipals", "applications"):
                template = f"{owner}/{{{owner}}}/synchronization{operation.template[1:]}"
                yield replace(operation, template=template)
        else:
            yield operation


def segments(raw_path: str) -> list[str]:
    """Split an encoded path.

    `jobs('x')` counts as `jobs/x`, `x(appId='y')` as `x/appId=y`, `f()` as `f`. The namespace that
    OData lets a request write before actions and functions is left out.
    """
    parts: list[str] = []
    for raw in raw_path.strip("/").split("/"):
        part = unquote(raw) if "%" in raw else raw
        if part.endswith(")"):
            match = _KEYED.fullmatch(part)
            if match:
                key = match[3].replace("''", "'")
                parts += [match[1], f"appId={key}" if match[2] else key]
                continue
            part = part.removesuffix("()")
        parts.append(part.removeprefix(_NAMESPACE))
    return parts

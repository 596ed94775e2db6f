"""The parts of an attribute-mapping expression; `at` is where one begins, from 0, once parsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Attribute:
    """A source attribute: `[userPrincipalName]`."""

    name: str
    at: int | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"[{self.name}]"


@dataclass(frozen=True, slots=True)
class Constant:
    """A text in quotes, a number, a `&H` number, or a bare word such as `vbBinaryCompare`."""

    value: str
    quoted: bool = True
    at: int | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        if not self.quoted:
            return self.value
        return '"' + self.value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; None is an argument that was left empty."""

    name: str
    arguments: tuple[Node | None, ...]
    at: int | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        shown = ("" if item is None else str(item) for item in self.arguments)
        return f"{self.name}({', '.join(shown)})"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison within a condition."""

    left: Node
    operator: str
    right: Node

    def __str__(self) -> str:
        return f"{self.left} {self.operator} {self.right}"


@dataclass(frozen=True, slots=True)
class Concatenation:
    """Texts joined by `&`."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " & ".join(map(str, self.parts))


Node: TypeAlias = Attribute | Constant | Call | Comparison | Concatenation


def inner(node: Node) -> list[Node]:
    """Return the parts that a node is made of."""
    match node:
        case Call(_, arguments):
            return [one for one in arguments if one is not None]
        case Comparison(left, _, right):
            return [left, right]
        case Concatenation(parts):
            return [*parts]
        case Attribute() | Constant():
            return []


def attributes_of(node: Node | None) -> tuple[str, ...]:
    """Return the names of the source attributes that an expression reads, in order, each once."""
    if node is None:
        return ()
    if isinstance(node, Attribute):
        return (node.name,)
    return tuple(dict.fromkeys(name for part in inner(node) for name in attributes_of(part)))


def calls_of(node: Node) -> Iterator[Call]:
    """Yield the calls of functions in an expression, the outermost first."""
    if isinstance(node, Call):
        yield node
    for part in inner(node):
        yield from calls_of(part)

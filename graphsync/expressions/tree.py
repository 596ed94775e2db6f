"""The parts of an attribute-mapping expression; `at` is where one begins, from 0, once parsed."""

from __future__ import annotations

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
        return f"{self.name}({', '.join('' if item is None else str(item) for item in self.arguments)})"


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


def attributes_of(node: Node | None) -> frozenset[str]:
    """Return the names of the source attributes that an expression reads."""
    match node:
        case Attribute(name):
            return frozenset({name})
        case Call(_, arguments):
            return frozenset[str]().union(*map(attributes_of, arguments))
        case Comparison(left, _, right):
            return attributes_of(left) | attributes_of(right)
        case Concatenation(parts):
            return frozenset[str]().union(*map(attributes_of, parts))
        case _:
            return frozenset()

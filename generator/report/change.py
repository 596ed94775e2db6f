"""One difference between two slices, and how much it weighs."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from attrs import frozen


class Weight(IntEnum):
    """What a difference asks of a program: nothing, nothing but a look, or to be changed."""

    DOCUMENTATION = 1
    COMPATIBLE = 2
    BREAKING = 3


@frozen(order=True)
class Change:
    """A difference: what it is about, by its Python name, and whether it breaks programs."""

    kind: str
    """`operation`, `type`, `property`, `enum` or `value`."""
    name: str
    what: str
    """`added`, `removed` or `changed`."""
    weight: Weight
    detail: str = ""

    def __str__(self) -> str:
        line = f"{self.kind} {self.name}" + (f": {self.detail}" if self.detail else "")
        # Spellings come from a document as they are; a terminal must not take them for orders.
        return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)


def added(kind: str, name: str, detail: str = "") -> Change:
    """Note what only the new slice has; nothing that worked stops working."""
    return Change(kind, name, "added", Weight.COMPATIBLE, detail)


def removed(kind: str, name: str, detail: str = "") -> Change:
    """Note what only the old slice has; programs that name it break."""
    return Change(kind, name, "removed", Weight.BREAKING, detail)


def changed(kind: str, name: str, detail: str, *, breaks: bool) -> Change:
    """Note a difference in code."""
    return Change(kind, name, "changed", Weight.BREAKING if breaks else Weight.COMPATIBLE, detail)


def described(kind: str, name: str, detail: str) -> Change:
    """Note a difference that no code is made of."""
    return Change(kind, name, "changed", Weight.DOCUMENTATION, detail)


class FailOn(StrEnum):
    """The lightest change that is too much."""

    BREAKING = "breaking"
    COMPATIBLE = "compatible"
    DOCUMENTATION = "documentation"

    def reached(self, weight: Weight | None) -> bool:
        """Return whether changes of this weight are too much."""
        return weight is not None and weight >= Weight[self.name]

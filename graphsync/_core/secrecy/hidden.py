"""Values that stay out of sight until they are used."""

from __future__ import annotations

from typing import Generic, TypeVar, cast

T_co = TypeVar("T_co", covariant=True)


class Hidden(Generic[T_co]):
    """A token, a secret, or a mapping that holds some, shown as `***` wherever it is printed.

    Tracebacks that show local variables, and trackers of errors, print the `repr` of each. A frame
    that can raise holds its secrets in this type, and calls `reveal()` only inside the expression
    that hands the value over. It is not a subclass of `str`, because printers cut and copy those.
    """

    __slots__ = ("_value",)

    def __init__(self, value: T_co) -> None:
        self._value = value

    def reveal(self) -> T_co:
        """Return the value."""
        return self._value

    def __repr__(self) -> str:
        return "***"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Hidden):
            return NotImplemented
        value: object = cast("Hidden[object]", other).reveal()
        return bool(self._value == value)

    def __hash__(self) -> int:
        return hash(self._value)

"""Enumerations that stay open: what the service adds tomorrow is a value, not an error."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """One of Graph's enumeration values as text, also one this version does not know.

    Look-up by value ignores case. An unknown value becomes a member-like object of the same class
    that compares equal to its text, case included, has `is_known` False and is written back as it
    came. Compare with `==` or `match`, not with `is`: an unknown value is a new object each time it
    is read.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        folded = value.casefold()
        for member in cls:
            if member.value.casefold() == folded:
                return member
        # Not entered in the class's table: a peer that sends ever new values must not fill the
        # memory.
        unknown = str.__new__(cls, value)
        unknown._name_ = value
        unknown._value_ = value
        return unknown

    @property
    def is_known(self) -> bool:
        """Whether this version of the package declares the value."""
        return type(self)._member_map_.get(self._name_) is self

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}" if self.is_known else f"{type(self).__name__}({self.value!r})"

    # Unknown values are not in the table that `copy` and `pickle` look members up in.
    def __reduce_ex__(self, proto: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.value,)

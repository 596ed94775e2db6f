"""Flag enumerations as Graph sends them: names joined by commas."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from enum import KEEP, Flag
from threading import Lock
from typing import Self, cast

_FIRST_UNKNOWN_BIT = 40
_MOST_UNKNOWN_NAMES = 256
_lock = Lock()
_unknown_names: dict[type[OpenFlags], dict[str, tuple[int, str]]] = {}


class OpenFlags(Flag, boundary=KEEP):
    """A combination of Graph's flag names; names this version does not know are kept.

    `parse` reads "Add, Update" or "Add,Update" in any case; `str()` writes the declared spelling,
    joined by a comma and a blank. Unknown names take part in `|`, `&`, `in`, `==` and iteration
    like the declared ones; `~` gives the declared names that are not set.
    """

    @classmethod
    def wire(cls) -> Mapping[str, int]:
        """Return Graph's spelling of each declared name with its value."""
        raise NotImplementedError(f"{cls.__name__} declares no names")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a comma-separated list of names, or a decimal number."""
        folded = {name.casefold(): value for name, value in cls.wire().items()}
        total = 0
        for part in text.split(","):
            name = part.strip()
            if not name:
                continue
            if name.isascii() and name.isdigit() and len(name) <= 10:
                total |= int(name)
                continue
            known = folded.get(name.casefold())
            total |= cls._bit_of_unknown(name) if known is None else known
        return cls(total)

    @classmethod
    def _missing_(cls, value: object) -> Self:
        # `~` comes here with a negative number. Python gives every class of flags its own
        # `__invert__`, so it cannot be inherited, and KEEP would switch on every undeclared bit as
        # well.
        if isinstance(value, int) and value < 0:
            return cls(cls._everything() & value)
        return cast("Self", super()._missing_(value))

    @classmethod
    def _everything(cls) -> int:
        total = 0
        for value in cls.wire().values():
            total |= value
        return total

    @classmethod
    def _bit_of_unknown(cls, name: str) -> int:
        folded = name.casefold()
        with _lock:
            names = _unknown_names.setdefault(cls, {})
            if folded not in names:
                if len(names) >= _MOST_UNKNOWN_NAMES:
                    raise ValueError(
                        f"{cls.__name__}: more than {_MOST_UNKNOWN_NAMES} unknown flag names, the"
                        f" last {name[:40]!r}"
                    )
                names[folded] = (1 << (_FIRST_UNKNOWN_BIT + len(names)), name)
            return names[folded][0]

    @property
    def names(self) -> tuple[str, ...]:
        """The names in Graph's spelling: one that covers the whole value alone, else the
        single bits in order.
        """
        declared = self.wire()
        left = self.value
        for name, value in declared.items():
            if value == left:
                return (name,)
        found: list[str] = []
        for name, value in declared.items():
            if value and value & (value - 1) == 0 and left & value:
                found.append(name)
                left &= ~value
        for bit, name in _unknown_names.get(type(self), {}).values():
            if left & bit:
                found.append(name)
                left &= ~bit
        if left:
            found.append(str(left))
        return tuple(found)

    @property
    def is_known(self) -> bool:
        """Whether every name in the value is declared by this version."""
        return not self.value & ~self._everything()

    def __iter__(self) -> Iterator[Self]:
        left = self.value
        while left:
            bit = left & -left
            yield type(self)(bit)
            left -= bit

    def __len__(self) -> int:
        return self.value.bit_count()

    def __str__(self) -> str:
        return ", ".join(self.names)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    # Bits of unknown names are numbered as they are met, so another process must be given the
    # names.
    def __reduce_ex__(self, proto: object) -> tuple[object, tuple[type[Self], str]]:
        return _parse, (type(self), str(self))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


def _parse(cls: type[OpenFlags], text: str) -> OpenFlags:
    return cls.parse(text)


def _renew_lock() -> None:
    # The thread that held it when the process was forked does not exist in the child, and never
    # releases it there.
    global _lock
    _lock = Lock()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_renew_lock)
